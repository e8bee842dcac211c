import type { SteadyClock } from '../../../src/main/session/clock.ts'

export const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A machine whose clock can be set and that can sleep: its running time does neither. */
export class TestMachine implements SteadyClock {
  #ranMs = 0
  #wallAt: number
  #timers: { readonly atRan: number; readonly work: () => void }[] = []
  readonly #onTime: (at: number) => void

  constructor(wallAt: number, onTime: (at: number) => void = () => undefined) {
    this.#wallAt = wallAt
    this.#onTime = onTime
  }

  nowAt = () => this.#wallAt
  ranFor = () => this.#ranMs

  after(milliseconds: number, work: () => void): () => void {
    const timer = { atRan: this.#ranMs + milliseconds, work }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer)
    }
  }

  /** Sets the clock, or sleeps: time passes and no timer runs. */
  jump(milliseconds: number): void {
    this.#wallAt += milliseconds
    this.#onTime(this.#wallAt)
  }

  /** Runs, timer by timer. */
  async run(milliseconds: number): Promise<void> {
    const endRan = this.#ranMs + milliseconds
    for (;;) {
      const next = this.#timers
        .filter(({ atRan }) => atRan <= endRan)
        .sort((one, other) => one.atRan - other.atRan)[0]
      this.#pass((next?.atRan ?? endRan) - this.#ranMs)
      if (next === undefined) return
      this.#timers = this.#timers.filter((each) => each !== next)
      next.work()
      await settled()
    }
  }

  #pass(milliseconds: number): void {
    this.#ranMs += milliseconds
    this.jump(milliseconds)
  }
}
