import type { Clock } from '../../../src/main/session/clock.ts'

/** A clock that stands still until a test moves it, and then rings what has become due. */
export class TestClock implements Clock {
  #at: number
  #timers: { readonly at: number; readonly work: () => void }[] = []

  constructor(at: number) {
    this.#at = at
  }

  nowAt(): number {
    return this.#at
  }

  after(milliseconds: number, work: () => void): () => void {
    const timer = { at: this.#at + milliseconds, work }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer)
    }
  }

  advance(milliseconds: number): void {
    this.#at += milliseconds
    const due = this.#timers.filter(({ at }) => at <= this.#at)
    this.#timers = this.#timers.filter(({ at }) => at > this.#at)
    for (const { work } of due) work()
  }
}
