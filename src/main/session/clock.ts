/** Time as the main process lives in it; a test turns its own. */
export interface Clock {
  /** UTC milliseconds. */
  nowAt(): number
  /** Calls `work` once after that many milliseconds; the returned function takes it back. */
  after(milliseconds: number, work: () => void): () => void
}

/** A clock that also tells how long this process has been running, which nobody can set. */
export interface SteadyClock extends Clock {
  /** Milliseconds that only grow. Against `nowAt` they show that the clock was set, or that the machine slept. */
  ranFor(): number
}

/** The machine's clock. */
export const systemClock: SteadyClock = clockAhead(0)

/** The machine's clock, that much ahead. */
export function clockAhead(aheadMs: number): SteadyClock {
  return {
    nowAt: () => Date.now() + aheadMs,
    ranFor: () => performance.now(),
    after: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds)
      // A waiting idle lock must not keep a finished process alive.
      timer.unref()
      return () => clearTimeout(timer)
    },
  }
}
