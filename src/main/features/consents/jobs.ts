import type { JobsOf } from '../../engine/jobs.ts'
import { exportRegister } from './export-register.ts'

export const consentsJobs: JobsOf<'consents'> = { 'consents.export': exportRegister }
