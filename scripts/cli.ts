/** `npm run -s cli -- COMMAND …`: the engine without a window. Everything said here goes to stderr; stdout is the command's. */
import { ensureDependencies } from './bootstrap/dependencies.ts'
import { run } from './bootstrap/run.ts'

await ensureDependencies()
process.exitCode = await run(process.execPath, ['src/main/cli/index.ts', ...process.argv.slice(2)], {
  stdin: 'inherit',
})
