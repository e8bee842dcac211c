import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadOptions } from './engine/protocol.ts'
import { EngineThread } from './engine/thread.ts'
import { handlers, jobs } from './features/index.ts'

// Entry of every engine thread: the one place where the engine meets the features.
if (parentPort !== null) new EngineThread(parentPort, handlers, jobs).start(workerData as ThreadOptions)
