import { createHash } from 'node:crypto'

/** A card that lies on a reader is told again and again; somebody who comes back within this time never left. Ours. */
const REPEATED_WITHIN_MS = 3_000

/** Tells a message that only repeats the last one. It remembers a digest, not the message. */
export class RepeatedMessage {
  #last = ''
  #lastAt = Number.NEGATIVE_INFINITY

  repeats(text: string, nowAt: number): boolean {
    const digest = createHash('sha256').update(text).digest('base64')
    const same = digest === this.#last && Math.abs(nowAt - this.#lastAt) < REPEATED_WITHIN_MS
    this.#last = digest
    this.#lastAt = nowAt
    return same
  }
}
