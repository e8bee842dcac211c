import type { App } from 'electron'

/**
 * Who the program is started for. `developer`: whoever works on the program itself, with developer tools and debuggers.
 * `counter`: everybody else.
 */
export type RunMode = 'counter' | 'developer'

/** What tells a packaged program from a folder of sources. */
export type Packaging = Pick<App, 'isPackaged' | 'getAppPath'>

/** Asks for `developer`; a packaged program does not know it. */
const DEVELOPER = 'developer'

/**
 * Whether this is the installed program. Electron goes by the name of the binary alone, which a copy may change; what is
 * installed also lies in one archive, and the binary's fuses let it load nothing else.
 */
export function isInstalled(app: Packaging): boolean {
  return app.isPackaged || app.getAppPath().endsWith('.asar')
}

/** A developer both has the sources and asks for it: at a counter that runs from a folder of sources nobody does. */
export function runModeOf(argv: readonly string[], app: Packaging): RunMode {
  return !isInstalled(app) && argv.includes(`--${DEVELOPER}`) ? 'developer' : 'counter'
}
