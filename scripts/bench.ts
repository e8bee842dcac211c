/** `npm run bench [name]`: the figures, each beside its floor measured in the same run. `BENCH_SCALE=small|full`. */
import { runWithDisplay } from './bootstrap/display.ts'
import { ensureWorkstation } from './bootstrap/workstation.ts'

await ensureWorkstation()
process.exitCode = await runWithDisplay('test/bench/run.ts', process.argv.slice(2))
