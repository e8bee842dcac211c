import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadOptions } from './engine/protocol.ts'
import { EngineThread } from './engine/thread.ts'
import { handlers, jobs } from './features/index.ts'

// Entry of every engine thread: the one place where the engine meets the features.
if (parentPort !== null) {
  const thread = new EngineThread(parentPort, handlers, jobs)
  // A spare thread is told later what to open, by its first message.
  if (workerData === null) parentPort.once('message', (options: ThreadOptions) => thread.start(options))
  else thread.start(workerData as ThreadOptions)
}
