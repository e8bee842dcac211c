/** `npm run screens`: a picture of every view at both sizes, in both languages, light and dark, under docs/screens. */
import { runWithDisplay } from './bootstrap/display.ts'
import { ensureWorkstation } from './bootstrap/workstation.ts'

await ensureWorkstation()
process.exitCode = await runWithDisplay('test/e2e/screens/run.ts', process.argv.slice(2))
