import { join } from 'node:path'
import { createDemoJobs } from '../../../src/main/features/demo/jobs.ts'
import { importsJobs } from '../../../src/main/features/imports/jobs.ts'
import { HEAD, type TestEngine } from '../engine/open-engine.ts'
import { drain } from '../imports/run-job.ts'

const { 'demo.load': load } = createDemoJobs(importsJobs['imports.run'])

/** Fills an engine with a demo branch, as the shell does after founding it. */
export function loadDemo(
  engine: TestEngine,
  size: { readonly seed: number; readonly asOf: string; readonly customers: number },
): Promise<{ readonly customers: number }> {
  const context = { runner: engine.runner, staff: HEAD, signal: new AbortController().signal }
  return drain(load(context, { ...size, scratchFolder: join(engine.folder, 'scratch') }))
}
