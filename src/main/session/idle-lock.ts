import type { Clock } from './clock.ts'

const MINUTE_MS = 60_000

/**
 * Calls `lock` when nobody touched the keyboard for a while (P1), as the clock on the wall tells it: time that the machine slept
 * through counts, and a clock that is set back gives nobody more than the allowance from then on.
 */
export class IdleLock {
  readonly #clock: Clock
  readonly #lock: () => void
  #idleMs = 0
  #touchedAt = 0
  #cancel: (() => void) | null = null

  constructor(clock: Clock, lock: () => void) {
    this.#clock = clock
    this.#lock = lock
  }

  /** Starts watching, or goes on with another allowance. */
  watch(minutes: number): void {
    this.#idleMs = minutes * MINUTE_MS
    this.#touchedAt = this.#clock.nowAt()
    this.#cancel?.()
    this.#wait(this.#idleMs)
  }

  /** Somebody is at the counter; where the allowance had run out before, as after a sleep, that comes too late. */
  touch(): void {
    if (this.#cancel !== null && this.#leftMs() === 0) this.#lock()
    else this.#touchedAt = this.#clock.nowAt()
  }

  /** The machine woke up, or its clock was set: timers stood still, the allowance did not. */
  look(): void {
    if (this.#cancel !== null && this.#leftMs() === 0) this.#lock()
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  /** What is left of the allowance, never less than none. */
  #leftMs(): number {
    const nowAt = this.#clock.nowAt()
    // Touched in the future: the clock was set back since, and by how much nobody knows.
    this.#touchedAt = Math.min(this.#touchedAt, nowAt)
    return Math.max(0, this.#touchedAt + this.#idleMs - nowAt)
  }

  /** One timer runs to its end and is set again for what is left: a touch costs nothing but a number. */
  #wait(milliseconds: number): void {
    this.#cancel = this.#clock.after(milliseconds, () => {
      const leftMs = this.#leftMs()
      if (leftMs > 0) this.#wait(leftMs)
      else this.#lock()
    })
  }
}
