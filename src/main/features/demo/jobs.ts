import type { JobOf, JobsOf } from '../../engine/jobs.ts'
import { loadDemo } from './load-demo.ts'

/** @param runImport the branch's own import, which a feature may not reach for by itself */
export function createDemoJobs(runImport: JobOf<'imports.run'>): JobsOf<'demo'> {
  return { 'demo.load': (context, input) => loadDemo(runImport, context, input) }
}
