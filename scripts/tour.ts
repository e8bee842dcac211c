/** `npm run tour`: the whole main job on the demo branch in the real application, one line a step, with screenshots. */
import { runWithDisplay } from './bootstrap/display.ts'
import { ensureWorkstation } from './bootstrap/workstation.ts'

await ensureWorkstation()
process.exitCode = await runWithDisplay('test/e2e/tour/run.ts', process.argv.slice(2))
