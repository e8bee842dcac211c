import type { Connection } from './connection.ts'

/** Nobody has asked for anything this long: a teller's next flag will not meet the checkpoint. Our own default. */
const QUIET_MS = 500

/**
 * Moves the log's pages into the database while nothing else goes on, so that no write at the counter pays for it, and the
 * log's space is written again rather than grown. SQLite's own limit, a thousand pages, stays for a rush without a quiet
 * half second.
 */
export class QuietCheckpoint {
  readonly #connection: Pick<Connection, 'pragma'>
  readonly #alsoWhenQuiet: () => void
  #waiting: ReturnType<typeof setTimeout> | undefined

  /** @param alsoWhenQuiet what else is left for such a moment; must not throw */
  constructor(connection: Pick<Connection, 'pragma'>, alsoWhenQuiet: () => void = () => {}) {
    this.#connection = connection
    this.#alsoWhenQuiet = alsoWhenQuiet
  }

  /** Something was written; the quiet time begins anew. */
  wrote(): void {
    if (this.#waiting === undefined) this.#waiting = setTimeout(() => this.#fold(), QUIET_MS)
    else this.#waiting.refresh()
  }

  stop(): void {
    clearTimeout(this.#waiting)
    this.#waiting = undefined
  }

  /**
   * A reader that still looks at an older state keeps part of the log back; the next checkpoint takes that part. So it
   * does with all of it where this one fails, as on a full disk: nothing is lost, and whoever writes next is told.
   */
  #fold(): void {
    this.#waiting = undefined
    this.#alsoWhenQuiet()
    try {
      this.#connection.pragma('wal_checkpoint(PASSIVE)')
    } catch {
      // Thrown out of a timer it would end the thread, and with it the day at the counter.
    }
  }
}
