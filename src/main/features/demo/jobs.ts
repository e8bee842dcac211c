import type { JobOperations } from '../../engine/job-operations.ts'
import type { Job } from '../../engine/jobs.ts'
import { type ImportJob, loadDemo } from './load-demo.ts'

type Demo = JobOperations['demo.load']

/** @param runImport the branch's own import, which a feature may not reach for by itself */
export function createDemoJobs(runImport: ImportJob) {
  const load: Job<Demo['input'], Demo['progress'], Demo['result']> = (surroundings, input) =>
    loadDemo(runImport, surroundings, input)
  return { 'demo.load': load }
}
