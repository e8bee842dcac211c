import { SetupProblem } from '../bootstrap/setup-problem.ts'
import { type ElectronRuntime, isThere, officialRuntime, registryRuntime } from './runtime.ts'

/** How to start an Electron here, in the shape that Playwright's `_electron.launch` takes. */
export interface ElectronLaunch {
  readonly executablePath: string
  /** Playwright switches the sandbox off on Linux unless told otherwise. */
  readonly chromiumSandbox: boolean
  /** Switches that belong before the application's folder. */
  readonly args: string[]
  readonly env: Record<string, string>
}

/**
 * The switches and environment for the Electron of this machine.
 *
 * `HUIYAN_SQLITE_BINDING` is set where the addon's own binary does not fit the runtime; the unpackaged application hands
 * it to SQLite as `nativeBinding`.
 *
 * @throws {SetupProblem} where no Electron was provided yet
 */
export function electronLaunch(): ElectronLaunch {
  const runtime = locateRuntime()
  return {
    executablePath: runtime.executablePath,
    chromiumSandbox: mayUseSandbox(),
    args: mayUseSandbox() ? [] : ['--no-sandbox'],
    env: {
      ...inheritedVariables(),
      // Without a desktop session the bus only brings delays and noise.
      ...(process.platform === 'linux' ? { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } : {}),
      ELECTRON_OVERRIDE_DIST_PATH: runtime.dist,
      ...(runtime.sqliteBinding === null ? {} : { HUIYAN_SQLITE_BINDING: runtime.sqliteBinding }),
    },
  }
}

function locateRuntime(): ElectronRuntime {
  const runtime = officialRuntime() ?? registryRuntime()
  if (!isThere(runtime)) throw new SetupProblem('There is no Electron yet: run npm start or npm test once.')
  return runtime
}

/** Chromium refuses its sandbox to root. */
function mayUseSandbox(): boolean {
  return process.platform !== 'linux' || process.getuid?.() !== 0
}

/** The caller's variables, without the one that would turn Electron into a plain Node. */
function inheritedVariables(): Record<string, string> {
  const variables: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') variables[name] = value
  }
  return variables
}
