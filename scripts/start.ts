/** `npm start`: opens the workstation; where there is no display, shows it by its screenshots instead. */
import { runWithDisplay } from './bootstrap/display.ts'
import { notice } from './bootstrap/notice.ts'
import { projectRoot } from './bootstrap/project-root.ts'
import { run } from './bootstrap/run.ts'
import { hasDisplay } from './bootstrap/system-packages.ts'
import { ensureWorkstation } from './bootstrap/workstation.ts'
import { electronLaunch } from './electron-runtime/launch.ts'

const TOUR = 'test/e2e/tour/run.ts'

await ensureWorkstation()
const args = process.argv.slice(2)
if (hasDisplay()) {
  const { executablePath, args: switches, env } = electronLaunch()
  process.exitCode = await run(executablePath, [...switches, projectRoot, ...args], { env })
} else {
  notice('There is no display here: running the tour on a virtual one.')
  process.exitCode = await runWithDisplay(TOUR, args)
}
