import { retain } from './retain.ts'

export const trustJobs = { 'trust.retain': retain }
