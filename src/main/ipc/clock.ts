/** Time as the main process lives in it; a test turns its own. */
export interface Clock {
  /** UTC milliseconds. */
  nowAt(): number
  /** Calls `work` once after that many milliseconds; the returned function takes it back. */
  after(milliseconds: number, work: () => void): () => void
}

export const systemClock: Clock = {
  nowAt: () => Date.now(),
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds)
    // A waiting idle lock must not keep a finished process alive.
    timer.unref()
    return () => clearTimeout(timer)
  },
}
