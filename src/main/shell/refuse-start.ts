import { close as closeInspector, url as inspectorUrl } from 'node:inspector'
import { app, dialog } from 'electron'
import { DEBUGGING_SWITCHES, refusedAtStart } from './start-guard.ts'
import { refusalWords } from './start-words.ts'

/** As the command line's "wrong usage". */
const REFUSED = 2

/** What this process was started with that a counter does not take; empty where there is nothing. */
export function refusedHere(): readonly string[] {
  return refusedAtStart({
    argv: process.argv.slice(1),
    env: process.env,
    platform: process.platform,
    root: process.platform === 'linux' && process.getuid?.() === 0,
    inspected: inspectorUrl() !== undefined,
    hasSwitch: (name) => app.commandLine.hasSwitch(name),
  })
}

/**
 * Ends a start before anything was opened, and says why. Chromium opens its debugging port only when it is ready, which
 * waits for this module: until then the switch can still be taken away.
 * @param silent for the command line, whose answers nobody may be there to read: on stderr only
 */
export function refuseStart(refused: readonly string[], silent: boolean): void {
  for (const name of DEBUGGING_SWITCHES) app.commandLine.removeSwitch(name)
  closeInspector()
  const { title, text } = refusalWords(refused)
  process.stderr.write(`${text}\n`)
  if (silent) {
    app.exit(REFUSED)
    return
  }
  // Waited for on the spot: without a window the answer to the other kind is sometimes never heard (Electron 33 on Linux), and
  // a process that shows nothing would stay.
  void app
    .whenReady()
    .then(() => dialog.showMessageBoxSync({ type: 'error', title, message: text, noLink: true }))
    .finally(() => app.exit(REFUSED))
}

/** Node opens its debugger to whoever sends it this signal. Someone who listens takes that away. */
export function keepDebuggersOut(): void {
  process.on('SIGUSR1', () => undefined)
}
