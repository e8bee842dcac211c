import type { ElectronApplication } from 'playwright-core'

/** Waits of the main process from this length on can be cut short by turning the clock. */
const LONG_WAIT_MS = 20_000

/** Gives the main process a clock that a test can turn. Must come before whatever shall be waited for begins to wait. */
export async function standInClock(app: ElectronApplication): Promise<void> {
  await app.evaluate((_electron, longWaitMs) => {
    const now = Date.now.bind(Date)
    const { setTimeout: start, clearTimeout: clear } = globalThis
    type Timer = ReturnType<typeof start>
    const long = new Map<Timer, { readonly at: number; readonly work: () => void }>()
    let aheadMs = 0
    Date.now = () => now() + aheadMs
    // The machine has been running for that much longer, too.
    const os = process.getBuiltinModule('node:os')
    const ranFor = os.uptime.bind(os)
    Object.assign(os, { uptime: () => ranFor() + aheadMs / 1_000 })
    process.getBuiltinModule('node:module').syncBuiltinESMExports()
    const startAndKnow = (work: () => void, ms = 0): Timer => {
      const timer: Timer = start(work, ms)
      if (ms >= longWaitMs) long.set(timer, { at: Date.now() + ms, work })
      return timer
    }
    const clearAndForget = (timer: Timer): void => {
      long.delete(timer)
      clear(timer)
    }
    const turn = (ms: number): void => {
      aheadMs += ms
      const due = [...long].filter(([, { at }]) => at <= Date.now())
      for (const [timer, { work }] of due) {
        clearAndForget(timer)
        work()
      }
    }
    Object.assign(globalThis, { setTimeout: startAndKnow, clearTimeout: clearAndForget, turnClock: turn })
  }, LONG_WAIT_MS)
}

/** Turns the main process's clock forward; every long wait that has become due ends now. */
export async function turnClock(app: ElectronApplication, milliseconds: number): Promise<void> {
  await app.evaluate((_electron, ms) => Reflect.get(globalThis, 'turnClock')(ms), milliseconds)
}
