import type { ReaderSettings } from '../../shared/domain/lobby/arrival-settings.ts'
import type { SourceClock } from './arrival-source.ts'

/** A service that answers at once is not asked in a circle: so much lies between two requests (our own default). */
const SHORTEST_PAUSE_MS = 500

/** What a reader's service is sent: once when connected, or again and again where it answers only when asked. */
export class RepeatedRequest {
  readonly #text: string
  readonly #everyMs: number
  readonly #clock: SourceClock
  #send: ((text: string) => void) | null = null
  #dueAt = Number.POSITIVE_INFINITY
  #dropTimer: () => void = () => {}

  constructor({ greeting, repeatSeconds }: ReaderSettings, clock: SourceClock) {
    this.#text = greeting
    this.#everyMs = repeatSeconds * 1_000
    this.#clock = clock
  }

  get repeats(): boolean {
    return this.#text !== '' && this.#everyMs > 0
  }

  /** @param send sends a text on a connection that has just been opened */
  begin(send: (text: string) => void): void {
    this.end()
    if (this.#text === '') return
    this.#send = send
    this.#ask()
  }

  /** The service said something, so it waits for the next request. */
  answered(): void {
    const sooner = this.#clock.nowAt() + SHORTEST_PAUSE_MS < this.#dueAt
    if (this.repeats && this.#send !== null && sooner) this.#askAfter(SHORTEST_PAUSE_MS)
  }

  /** The connection is over. */
  end(): void {
    this.#dropTimer()
    this.#send = null
  }

  #ask(): void {
    this.#send?.(this.#text)
    if (this.repeats) this.#askAfter(this.#everyMs)
  }

  #askAfter(milliseconds: number): void {
    this.#dropTimer()
    this.#dueAt = this.#clock.nowAt() + milliseconds
    this.#dropTimer = this.#clock.after(milliseconds, () => this.#ask())
  }
}
