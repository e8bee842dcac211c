import { addDays, civilDateAt, startOfDayAt } from '../../shared/domain/civil-date.ts'
import type { Clock } from './clock.ts'

/** Past midnight by this much, so that a clock that is a little fast does not count the old day anew. */
const AFTER_MIDNIGHT_MS = 60_000

/** Recomputes everyone where the day or the settings changed since the last time; otherwise it does nothing. */
export type Recompute = () => Promise<unknown>

/**
 * Keeps findings and tiers those of today: birthdays and maturities move on although no row changes. It asks at the
 * sign-in, after midnight and when settings change, one recomputation at a time; one that fails is tried again at the
 * next occasion.
 */
export class DailyFacts {
  readonly #clock: Clock
  #recompute: Recompute | null = null
  #running = false
  #again = false
  #stopWaiting: () => void = () => {}

  constructor(clock: Clock) {
    this.#clock = clock
  }

  start(recompute: Recompute): void {
    this.#recompute = recompute
    this.ask()
    this.#waitForMidnight()
  }

  /** Something changed; a recomputation that is under way is followed by another. */
  ask(): void {
    if (this.#running) this.#again = true
    else void this.#run()
  }

  stop(): void {
    this.#stopWaiting()
    this.#recompute = null
    this.#again = false
  }

  async #run(): Promise<void> {
    this.#running = true
    do {
      this.#again = false
      // Facts of yesterday are still facts: nobody at a counter is told, and the next occasion tries again.
      await this.#recompute?.().catch(() => undefined)
    } while (this.#again)
    this.#running = false
  }

  #waitForMidnight(): void {
    const nowAt = this.#clock.nowAt()
    const midnightAt = startOfDayAt(addDays(civilDateAt(nowAt), 1))
    this.#stopWaiting = this.#clock.after(midnightAt + AFTER_MIDNIGHT_MS - nowAt, () => {
      this.ask()
      this.#waitForMidnight()
    })
  }
}
