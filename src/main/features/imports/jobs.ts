export const importsJobs = {}
