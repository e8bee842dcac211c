/** A window that crashes this often within this time is not brought back again. Our own default. */
const MOST = 3
const WITHIN_MS = 60_000

/** Tells a crash from a window that can do nothing but crash. */
export class CrashLoop {
  #crashedAt: readonly number[] = []

  /**
   * One more crash.
   * @param ranFor milliseconds of a time that only grows
   * @returns whether the window is to be left alone now
   */
  crashed(ranFor: number): boolean {
    this.#crashedAt = [...this.#crashedAt.filter((at) => ranFor - at < WITHIN_MS), ranFor]
    return this.#crashedAt.length >= MOST
  }

  /** Somebody wants it to be tried again. */
  forget(): void {
    this.#crashedAt = []
  }
}
