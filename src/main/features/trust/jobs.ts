import type { JobsOf } from '../../engine/jobs.ts'
import { retain } from './retain.ts'

export const trustJobs: JobsOf<'trust'> = { 'trust.retain': retain }
