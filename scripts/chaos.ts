/**
 * `npm run chaos`: kills the application at work a hundred times, walks two thousand times over its screens with random
 * keys, and reads ten thousand written files back. `CHAOS_ROUNDS`, `CHAOS_WALKS`, `CHAOS_FORMS` and `CHAOS_SEED` choose
 * otherwise.
 */
import { join } from 'node:path'
import { projectRoot } from './bootstrap/project-root.ts'
import { run } from './bootstrap/run.ts'
import { ensureWorkstation } from './bootstrap/workstation.ts'

const VITEST = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')
const ROUNDS = '100'
const WALKS = '2000'
const FORMS = '10000'

await ensureWorkstation()
process.exitCode = await run(process.execPath, [VITEST, 'run', '--project=chaos'], {
  env: {
    CHAOS_ROUNDS: process.env.CHAOS_ROUNDS ?? ROUNDS,
    CHAOS_WALKS: process.env.CHAOS_WALKS ?? WALKS,
    CHAOS_FORMS: process.env.CHAOS_FORMS ?? FORMS,
  },
})
