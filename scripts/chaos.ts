/**
 * `npm run chaos`: kills the application at work a hundred times and at every step of a restore, a founding and the like,
 * lets the power fail two hundred times and the disk be full at every write, walks two thousand times over the screens with
 * random keys, reads ten thousand written files back, and throws hostile calls at the door for two minutes.
 * `npm run chaos -- --help` says how to choose otherwise.
 */
import { join } from 'node:path'
import { projectRoot } from './bootstrap/project-root.ts'
import { run } from './bootstrap/run.ts'
import { ensureTestTools } from './bootstrap/system-packages.ts'
import { ensureWorkstation } from './bootstrap/workstation.ts'
import { CHAOS_USAGE, type ChaosOrder, chaosOrder } from './testing/chaos-order.ts'

const VITEST = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')

const words = process.argv.slice(2)
const order = words.includes('--help') ? null : orderOf(words)
if (order === null) console.log(CHAOS_USAGE)
else {
  await ensureTestTools()
  await ensureWorkstation()
  process.exitCode = await run(process.execPath, [VITEST, 'run', '--project=chaos', ...order.files], {
    env: order.env,
  })
}

function orderOf(asked: readonly string[]): ChaosOrder | null {
  try {
    return chaosOrder(asked, process.env)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
    return null
  }
}
