import type { Connection } from './connection.ts'

/** Nobody has asked for anything this long: a teller's next flag will not meet the checkpoint. Ours. */
const QUIET_MS = 500

/**
 * Moves the log's pages into the database while nothing else goes on, so that no write at the counter pays for it, and the
 * log's space is written again rather than grown. SQLite's own limit, a thousand pages, stays for a rush without a quiet
 * half second.
 */
export class QuietCheckpoint {
  readonly #connection: Connection
  #waiting: ReturnType<typeof setTimeout> | undefined

  constructor(connection: Connection) {
    this.#connection = connection
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

  /** A reader that still looks at an older state keeps part of the log back; the next checkpoint takes that part. */
  #fold(): void {
    this.#waiting = undefined
    this.#connection.pragma('wal_checkpoint(PASSIVE)')
  }
}
