import type { Clock } from './clock.ts'

const MINUTE_MS = 60_000

/** Calls `lock` when nobody touched the desk for a while. */
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
    this.touch()
    this.#cancel?.()
    this.#wait(this.#idleMs)
  }

  touch(): void {
    this.#touchedAt = this.#clock.nowAt()
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  /** One timer runs to its end and is set again for what is left: a touch costs nothing but a number. */
  #wait(milliseconds: number): void {
    this.#cancel = this.#clock.after(milliseconds, () => {
      const left = this.#touchedAt + this.#idleMs - this.#clock.nowAt()
      if (left > 0) this.#wait(left)
      else this.#lock()
    })
  }
}
