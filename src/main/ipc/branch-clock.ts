import type { SteadyClock } from './clock.ts'

/** Something that time brings about. */
export interface Chore {
  /** When it is to be done next (UTC ms), an instant that is past meaning now; null while nothing is in sight. */
  dueAt(): Promise<number | null>
  run(): Promise<unknown>
}

/** However far away the next chore is, the clock is compared with the running time this often. */
const BEAT_MS = 60_000
/** A difference that no timer makes by itself: the clock was set, or the machine slept. */
const JUMP_MS = 5_000
/** Changes that come together are looked at together. */
const GATHER_MS = 500

/**
 * Does what time brings about while a branch is open (F4). One timer runs to the next due instant and is set anew after
 * each look; it looks also when the machine woke, when the clock was set, and when something changed. Chores ask
 * cheaply what is due, run only then, and do nothing when they are run twice; so it never matters how often it looks.
 */
export class BranchClock {
  readonly #clock: SteadyClock
  #chores: readonly Chore[] = []
  #looking = false
  #again = false
  #nextAt = Number.POSITIVE_INFINITY
  #cancel: () => void = () => {}
  #cancelGathering: (() => void) | null = null

  constructor(clock: SteadyClock) {
    this.#clock = clock
  }

  start(chores: readonly Chore[]): void {
    this.#chores = chores
    this.look()
  }

  stop(): void {
    this.#chores = []
    this.#again = false
    this.#cancel()
    this.#cancelGathering?.()
    this.#cancelGathering = null
  }

  /** Looks now; a look that is under way is followed by another. */
  look(): void {
    if (this.#looking) this.#again = true
    else void this.#look()
  }

  /** Looks soon, because something changed. */
  changed(): void {
    if (this.#chores.length === 0) return
    this.#cancelGathering ??= this.#clock.after(GATHER_MS, () => {
      this.#cancelGathering = null
      this.look()
    })
  }

  async #look(): Promise<void> {
    this.#looking = true
    this.#cancel()
    do {
      this.#again = false
      this.#nextAt = Number.POSITIVE_INFINITY
      // One after the other: what one tells, the next may have to show.
      for (const chore of this.#chores) await this.#attend(chore)
    } while (this.#again)
    this.#looking = false
    if (this.#chores.length > 0) this.#wait()
  }

  /** A chore that fails, or is due again at once, waits for the next beat. */
  async #attend(chore: Chore): Promise<void> {
    try {
      let dueAt = await chore.dueAt()
      if (dueAt !== null && dueAt <= this.#clock.nowAt()) {
        await chore.run()
        dueAt = await chore.dueAt()
      }
      if (dueAt !== null && dueAt > this.#clock.nowAt()) this.#nextAt = Math.min(this.#nextAt, dueAt)
    } catch {
      // The engine is closing or busy; the beat comes by again.
      this.#nextAt = Math.min(this.#nextAt, this.#clock.nowAt() + BEAT_MS)
    }
  }

  #wait(): void {
    const nextAt = this.#nextAt
    const clock = this.#clock
    const setOutAt = clock.nowAt()
    const ranBefore = clock.ranFor()
    const wait = Math.min(BEAT_MS, Math.max(0, nextAt - setOutAt))
    this.#cancel = clock.after(wait, () => {
      const passed = clock.nowAt() - setOutAt
      const jumped = Math.abs(passed - (clock.ranFor() - ranBefore)) > JUMP_MS
      if (jumped || clock.nowAt() >= nextAt) this.look()
      else this.#wait()
    })
  }
}
