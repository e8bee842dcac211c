import { join } from 'node:path'
import type { App } from 'electron'
import { civilDateAt } from '../../shared/domain/calendar/civil-date.ts'
import type { Clock } from '../session/clock.ts'
import { DEMO_BRANCH, type DemoPlan, type SessionOptions } from '../session/session-options.ts'
import { isInstalled, runModeOf } from './run-mode.ts'

/** What follows `--cli`: a command for the command line, as in `huiyan --cli doctor --data-dir DIR`; null for a window. */
export function commandOf(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf('--cli')
  return at < 0 ? null : argv.slice(at + 1)
}

/** `--data-dir=…` decides where everything is kept; otherwise the system's place for application data. */
export function dataFolderOf(argv: readonly string[], app: App): string {
  return switchValue(argv, 'data-dir') ?? join(app.getPath('appData'), 'Huiyan')
}

/** `--demo-as-of=YYYY-MM-DD` and `--demo-customers=N` repeat a demo branch exactly, for tests and pictures. */
export function demoPlanOf(argv: readonly string[], clock: Clock): DemoPlan {
  return {
    seed: DEMO_BRANCH.seed,
    asOf: switchValue(argv, 'demo-as-of') ?? civilDateAt(clock.nowAt()),
    customers: Number(switchValue(argv, 'demo-customers') ?? DEMO_BRANCH.customers),
  }
}

/** The engine's threads. Another SQLite binary may be named only while the product is not packaged. */
export function engineOf(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  app: App,
): SessionOptions['engine'] {
  return {
    worker: new URL('./engine-worker.js', import.meta.url),
    nativeBinding: isInstalled(app) ? undefined : env.HUIYAN_SQLITE_BINDING,
    daysAhead: daysAheadOf(argv, app),
  }
}

/** `--days-ahead=N` lives that many days later, for tests of what time brings; only a developer's program has the switch. */
export function daysAheadOf(argv: readonly string[], app: App): number {
  return runModeOf(argv, app) === 'developer' ? Number(switchValue(argv, 'days-ahead') ?? 0) : 0
}

function switchValue(argv: readonly string[], name: string): string | undefined {
  const start = `--${name}=`
  return argv.find((argument) => argument.startsWith(start))?.slice(start.length)
}
