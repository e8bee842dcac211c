import { parentPort, workerData } from 'node:worker_threads'
import type { Jobs } from '../../../src/main/engine/jobs.ts'
import type { ThreadOptions } from '../../../src/main/engine/protocol.ts'
import { EngineThread } from '../../../src/main/engine/thread.ts'
import { importsJobs } from '../../../src/main/features/imports/jobs.ts'
import { handlers, jobs } from '../../../src/main/features/index.ts'
import { dies } from './deathbed.ts'

// An engine thread as the product has it, which a test can let die in the middle of an import.
const options: ThreadOptions = workerData
const STEPS_BEFORE_DEATH = 6

const mortalRun: (typeof importsJobs)['imports.run'] = async function* (context, input) {
  const steps = importsJobs['imports.run'](context, input)
  const condemned = dies(options.file, 'import')
  for (let done = 0; ; done++) {
    const step = await steps.next()
    if (step.done === true) return step.value
    if (condemned && done === STEPS_BEFORE_DEATH) process.exit()
    yield step.value
  }
}
const mortalJobs: Jobs = { ...jobs, 'imports.run': mortalRun }

if (parentPort !== null) new EngineThread(parentPort, handlers, mortalJobs).start(options)
