import type { SteadyClock } from '../session/clock.ts'

/** Something that time brings about. */
export interface Chore {
  /** When it is to be done next (UTC ms), an instant that is past meaning now; null while nothing is in sight. */
  dueAt(): Promise<number | null>
  run(): Promise<unknown>
}

/**
 * However far away the next chore is, the clock is compared with the running time this often. It is also how long a
 * chore rests that failed or has more to do.
 */
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
  /** Chores that are left alone until the process has run that long. */
  readonly #resting = new Map<Chore, number>()
  #looking = false
  /** Resolves with the last look that was begun. */
  #underWay: Promise<void> = Promise.resolve()
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

  /** Attends to nothing new. Resolves when the chore that is under way is done: it may write, or tell somebody. */
  async stop(): Promise<void> {
    this.#chores = []
    this.#resting.clear()
    this.#again = false
    this.#cancel()
    this.#cancelGathering?.()
    this.#cancelGathering = null
    await this.#underWay
  }

  /** Looks now, at every chore; a look that is under way is followed by another. */
  look(): void {
    this.#resting.clear()
    this.#lookNow()
  }

  #lookNow(): void {
    if (this.#looking) this.#again = true
    else this.#underWay = this.#look()
  }

  /** Looks soon, because something changed. */
  changed(): void {
    if (this.#chores.length === 0) return
    this.#cancelGathering ??= this.#clock.after(GATHER_MS, () => {
      this.#cancelGathering = null
      this.#lookNow()
    })
  }

  async #look(): Promise<void> {
    this.#looking = true
    this.#cancel()
    do {
      this.#again = false
      this.#nextAt = Number.POSITIVE_INFINITY
      // One after the other: what one tells, the next may have to show.
      const chores = this.#chores
      for (const chore of chores) if (this.#chores === chores) await this.#attend(chore)
    } while (this.#again)
    this.#looking = false
    if (this.#chores.length > 0) this.#wait()
  }

  /**
   * A chore that fails, or is due again as soon as it was done, rests for a beat, whatever changes meanwhile: what it
   * changes itself must not make it run again and again.
   */
  async #attend(chore: Chore): Promise<void> {
    const restingMs = (this.#resting.get(chore) ?? 0) - this.#clock.ranFor()
    if (restingMs > 0) {
      this.#comeBackAt(this.#clock.nowAt() + restingMs)
      return
    }
    this.#resting.delete(chore)
    try {
      let dueAt = await chore.dueAt()
      if (dueAt !== null && dueAt <= this.#clock.nowAt()) {
        await chore.run()
        dueAt = await chore.dueAt()
      }
      if (dueAt !== null && dueAt <= this.#clock.nowAt()) this.#rest(chore)
      else if (dueAt !== null) this.#comeBackAt(dueAt)
    } catch {
      // The engine is closing or busy.
      this.#rest(chore)
    }
  }

  #rest(chore: Chore): void {
    // A clock that was stopped meanwhile attends to nothing any more.
    if (!this.#chores.includes(chore)) return
    this.#resting.set(chore, this.#clock.ranFor() + BEAT_MS)
    this.#comeBackAt(this.#clock.nowAt() + BEAT_MS)
  }

  #comeBackAt(at: number): void {
    this.#nextAt = Math.min(this.#nextAt, at)
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
      if (jumped || clock.nowAt() >= nextAt) this.#lookNow()
      else this.#wait()
    })
  }
}
