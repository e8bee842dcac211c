import type { JobsOf } from '../../engine/jobs.ts'
import { retain } from './retain.ts'

export const privacyJobs: JobsOf<'privacy'> = { 'privacy.retain': retain }
