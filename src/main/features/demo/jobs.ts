export const demoJobs = {}
