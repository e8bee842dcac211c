import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadOptions } from '../../../src/main/engine/protocol.ts'
import { EngineThread } from '../../../src/main/engine/thread.ts'
import { handlers, jobs } from '../../../src/main/features/index.ts'
import { spiedJobs, spyOnTables, type TableUse } from './table-spy.ts'
import { writeDown } from './uses-file.ts'

const options = workerData as ThreadOptions
const tell = (use: TableUse) => writeDown(options.file, use)

// An engine thread like the product's, that writes beside the database what each operation did to the tables.
spyOnTables(tell)
if (parentPort !== null) new EngineThread(parentPort, handlers, spiedJobs(jobs, tell)).start(options)
