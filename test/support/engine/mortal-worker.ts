import { parentPort, workerData } from 'node:worker_threads'
import type { Handlers } from '../../../src/main/engine/handlers.ts'
import type { ThreadOptions } from '../../../src/main/engine/protocol.ts'
import { EngineThread } from '../../../src/main/engine/thread.ts'
import { sessionHandlers } from '../../../src/main/features/session/handlers.ts'
import { branchHandlers } from '../../../src/main/features/staff/branch.ts'
import { staffHandlers } from '../../../src/main/features/staff/handlers.ts'
import { dies } from './deathbed.ts'

// A real engine thread that a test can let die from inside. It knows the staff list only, so that it starts quickly.
const options: ThreadOptions = workerData
const { file } = options

const mortal = {
  ...branchHandlers,
  ...sessionHandlers,
  ...staffHandlers,
  'staff.list': (context, input) => {
    if (dies(file, 'read')) process.exit()
    return staffHandlers['staff.list'](context, input)
  },
  'staff.insert': (context, input) => {
    const row = staffHandlers['staff.insert'](context, input)
    if (dies(file, 'write')) process.exit()
    if (dies(file, 'write-uncaught')) setImmediate(() => Reflect.get(Object(null), '张伟').x)
    if (dies(file, 'write-bug')) Reflect.get(Object(null), '张伟').x
    return row
  },
} satisfies Partial<Handlers>

if (options.again === true && options.mode === 'writer' && dies(file, 'start')) process.exit()
// Whatever else is asked is refused as an operation that does not exist.
if (parentPort !== null) new EngineThread(parentPort, mortal as Handlers, {}).start(options)
