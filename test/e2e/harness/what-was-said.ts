import type { ElectronApplication } from 'playwright-core'

/** Everything that the main process told any window so far, as text, and forgets it. */
export function takeWhatWasSaid(app: ElectronApplication): Promise<string> {
  return app.evaluate(() => {
    const said: unknown[] = Reflect.get(globalThis, 'saidToWindows')
    return JSON.stringify(said.splice(0))
  })
}
