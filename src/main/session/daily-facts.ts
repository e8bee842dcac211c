import { type CivilDate, civilDateAt } from '../../shared/domain/calendar/civil-date.ts'
import type { Clock } from './clock.ts'

/** Past midnight by this much, so that a clock that is a little fast does not count the old day anew. */
const AFTER_MIDNIGHT_MS = 60_000
/** The day is looked at this often: one timer until midnight would stand still while the machine sleeps. */
const BEAT_MS = 60_000

/** Recomputes everyone where the day or the settings changed since the last time; otherwise it does nothing. */
export type Recompute = () => Promise<unknown>

/**
 * Keeps findings and tiers those of today: birthdays and maturities move on although no row changes. It asks at the
 * sign-in, after midnight and when settings change, one recomputation at a time; one that fails is tried again at the
 * next occasion.
 */
export class DailyFacts {
  readonly #clock: Clock
  readonly #newDay: () => void
  #recompute: Recompute | null = null
  #running = false
  #again = false
  #on: CivilDate = ''
  #stopWaiting: () => void = () => {}

  /** @param newDay told when the day has become another while somebody is signed in */
  constructor(clock: Clock, newDay: () => void = () => undefined) {
    this.#clock = clock
    this.#newDay = newDay
  }

  start(recompute: Recompute): void {
    this.#recompute = recompute
    this.#on = this.#dayNow()
    this.ask()
    this.#wait()
  }

  /** The machine woke up, or a while has passed: another day is an occasion, earlier or later. */
  look(): void {
    const on = this.#dayNow()
    if (this.#recompute === null || on === this.#on) return
    this.#on = on
    this.#newDay()
    this.ask()
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

  #dayNow(): CivilDate {
    return civilDateAt(this.#clock.nowAt() - AFTER_MIDNIGHT_MS)
  }

  #wait(): void {
    this.#stopWaiting = this.#clock.after(BEAT_MS, () => {
      this.look()
      this.#wait()
    })
  }
}
