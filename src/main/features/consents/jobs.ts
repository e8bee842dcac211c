import { exportRegister } from './export-register.ts'

export const consentsJobs = { 'consents.export': exportRegister }
