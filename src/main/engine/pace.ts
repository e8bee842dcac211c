/** What a step of a job should take: others wait for it, see `Job`. */
const WISHED_MS = 20

/** How many items a step may have. */
export interface StepLimits {
  readonly fewest: number
  readonly most: number
}

/**
 * Fits the size of a job's steps to the machine: large where they are quick, because neighbours then share the pages
 * that they change, small where somebody would have to wait.
 */
export class Pace {
  readonly #nowAt: () => number
  readonly #limits: StepLimits
  #size: number

  /** @param nowAt reads the clock, UTC milliseconds */
  constructor(nowAt: () => number, limits: StepLimits) {
    this.#nowAt = nowAt
    this.#limits = limits
    this.#size = limits.fewest
  }

  /** Runs a step of as many items as the last ones make advisable. */
  step<T>(work: (size: number) => T): T {
    const startedAt = this.#nowAt()
    const result = work(this.#size)
    this.#fit(this.#nowAt() - startedAt)
    return result
  }

  /** At most doubled or halved at once: a single step that was held up says little. */
  #fit(tookMs: number): void {
    const advisable = (this.#size * WISHED_MS) / Math.max(1, tookMs)
    const within = Math.min(this.#size * 2, Math.max(this.#size / 2, advisable))
    this.#size = Math.round(Math.min(this.#limits.most, Math.max(this.#limits.fewest, within)))
  }
}
