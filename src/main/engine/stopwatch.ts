import type { Timing } from './watch.ts'

/** Longer than this is written down with the operation's name. Ours: below it nobody at a counter notices a wait. */
export const SLOW_MS = 50

/** Measures one call: each step between `start` and `stop`. */
export class Stopwatch {
  readonly #ranFor: () => number
  readonly #onSlow: (tookMs: number) => void
  #startedAt = 0
  #steps = 0
  #totalMs = 0
  #slowestMs = 0

  /** @param ranFor milliseconds that only grow */
  constructor(ranFor: () => number, onSlow: (tookMs: number) => void) {
    this.#ranFor = ranFor
    this.#onSlow = onSlow
    this.start()
  }

  start(): void {
    this.#startedAt = this.#ranFor()
  }

  stop(): void {
    const tookMs = this.#ranFor() - this.#startedAt
    this.#steps += 1
    this.#totalMs += tookMs
    this.#slowestMs = Math.max(this.#slowestMs, tookMs)
    if (tookMs > SLOW_MS) this.#onSlow(tookMs)
  }

  get timing(): Timing {
    return { steps: this.#steps, totalMs: this.#totalMs, slowestMs: this.#slowestMs }
  }
}
