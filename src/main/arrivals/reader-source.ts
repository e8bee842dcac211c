import { createHash } from 'node:crypto'
import type { LookupFunction } from 'node:net'
import type { RawData, WebSocket } from 'ws'
import type { SourceState } from '../../shared/contract/arrivals.ts'
import type { ReadMessage } from '../../shared/domain/lobby/arrival-message.ts'
import { isHeartbeat, readSent } from '../../shared/domain/lobby/arrival-sent.ts'
import { localSocketUrl, type ReaderSettings } from '../../shared/domain/lobby/arrival-settings.ts'
import type { ArrivalSource, SourceContext } from './arrival-source.ts'
import { FrameJoiner, type TakenFrame } from './frame-joiner.ts'
import { RepeatedRequest } from './repeated-request.ts'
import { errorState, stateOfFailure } from './source-error.ts'
import { SourceTally } from './source-tally.ts'

const HANDSHAKE_MS = 5_000
/** Messages that may wait for the engine. A reader that sends more at once is broken. */
const MOST_WAITING = 200
/** A frame of this length is received, to be told of as too long, without losing the connection; a longer one is not held. */
const LONGEST_FRAME = 32 * 1024 * 1024
const TOO_LONG = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'
/** Half a message is given this long to become whole (our own default). */
const HALF_MS = 2_000

/** An ID or card reader whose own service on this PC offers a WebSocket. It is tried again for as long as it runs. */
export class ReaderSource implements ArrivalSource {
  readonly name = 'reader'
  readonly #settings: ReaderSettings
  readonly #around: SourceContext
  readonly #tally: SourceTally
  readonly #repeated: RepeatedMessage
  readonly #request: RepeatedRequest
  #joiner: FrameJoiner
  #state: SourceState = { state: 'connecting' }
  #socket: WebSocket | null = null
  #stopped = false
  #failures = 0
  #waiting = 0
  /** An answer without a card was told of, and none with one came since. */
  #toldEmpty = false
  #last: Promise<void> = Promise.resolve()
  #dropRetry: () => void = () => {}
  #dropHalf: () => void = () => {}

  constructor(settings: ReaderSettings, around: SourceContext) {
    this.#settings = settings
    this.#around = around
    this.#tally = new SourceTally(this.name, around.sessions, around.clock)
    this.#repeated = new RepeatedMessage(settings.repeatSeconds)
    this.#joiner = new FrameJoiner(settings)
    this.#request = new RepeatedRequest(settings, around.clock)
  }

  state(): SourceState {
    return this.#state
  }

  start(): void {
    const url = localSocketUrl(this.#settings.url)
    if (url === null) this.#become(errorState('arrivals.notLocal'))
    else void this.#connect(url)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#dropRetry()
    this.#dropHalf()
    this.#request.end()
    this.#socket?.terminate()
    await this.#last
  }

  /** The library is loaded with the first reader that is connected to: most PCs have none. */
  async #connect(url: string): Promise<void> {
    const { WebSocket } = await import('ws')
    if (this.#stopped) return
    const socket = new WebSocket(url, {
      lookup: thisPc,
      handshakeTimeout: HANDSHAKE_MS,
      maxPayload: LONGEST_FRAME,
      perMessageDeflate: false,
      followRedirects: false,
      // Readers send GB18030 in text frames, for which ws 8.23 closes the connection unless it is told not to look.
      skipUTF8Validation: true,
    })
    this.#socket = socket
    this.#joiner = new FrameJoiner(this.#settings)
    let opened = false
    socket.on('open', () => {
      opened = true
      this.#failures = 0
      this.#become({ state: 'running' })
      this.#request.begin((text) => socket.send(text))
    })
    socket.on('message', (data) => this.#take(data))
    // The error itself may quote what was received; only that there was one is of interest.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === TOO_LONG) this.#then(() => this.#tally.unreadable('tooLong'))
    })
    socket.on('close', () => this.#closed(url, opened))
  }

  #closed(url: string, wasOpen: boolean): void {
    this.#request.end()
    if (this.#stopped) return
    this.#giveUpHalf()
    this.#failures += 1
    const waitMs = retryDelay(this.#failures)
    const code = wasOpen ? 'arrivals.readerLost' : 'arrivals.readerRefused'
    this.#become(errorState(code, { seconds: waitMs / 1_000 }))
    this.#dropRetry = this.#around.clock.after(waitMs, () => void this.#connect(url))
  }

  #take(data: RawData): void {
    this.#dropHalf()
    this.#deal(this.#joiner.take(bytesOf(data)))
    if (this.#joiner.waits) this.#dropHalf = this.#around.clock.after(HALF_MS, () => this.#giveUpHalf())
    else this.#request.answered()
  }

  #giveUpHalf(): void {
    this.#dropHalf()
    this.#deal(this.#joiner.giveUp())
  }

  #deal({ texts, faults }: TakenFrame): void {
    for (const fault of faults) this.#report({ ok: false, reason: fault })
    for (const text of texts) {
      if (isHeartbeat(text)) continue
      const read = readSent(text, this.#settings)
      // Services put the time or a count into what they say of the same card.
      const said = read.ok ? JSON.stringify(read.arrival) : text
      if (!this.#repeated.repeats(said, this.#around.clock.nowAt())) this.#report(read)
    }
  }

  #report(read: ReadMessage): void {
    if (this.#waiting >= MOST_WAITING || this.#isEmptyAnswer(read)) return
    this.#then(async () => {
      await this.#tally.report(read)
    })
  }

  /** A service that is asked again and again answers most times that no card lies on it: told once, until one does. */
  #isEmptyAnswer(read: ReadMessage): boolean {
    const empty = !read.ok && read.reason === 'noFields' && this.#request.repeats
    const told = empty && this.#toldEmpty
    this.#toldEmpty = empty
    return told
  }

  /** One report after the other, in the order of the messages. */
  #then(work: () => Promise<void>): void {
    this.#waiting += 1
    this.#last = this.#last
      .then(() => (this.#stopped ? undefined : work()))
      .then(() => this.#recovered())
      .catch((error: unknown) => this.#become(stateOfFailure(error)))
      .finally(() => {
        this.#waiting -= 1
      })
  }

  #recovered(): void {
    const isOpen = this.#socket !== null && this.#socket.readyState === this.#socket.OPEN
    if (isOpen && this.#state.state !== 'running') this.#become({ state: 'running' })
  }

  #become(state: SourceState): void {
    this.#state = state
    if (!this.#stopped) this.#around.changed()
  }
}

function bytesOf(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data)
}

/** A card that lies on a reader is told again and again; somebody who comes back within this time never left. Our own default. */
const REPEATED_WITHIN_MS = 3_000

/** Tells a message that only repeats the last one. It remembers a digest, not the message. */
class RepeatedMessage {
  readonly #withinMs: number
  #last = ''
  #lastAt = Number.NEGATIVE_INFINITY

  /** @param askedEverySeconds what lies between two answers of a service that answers only when asked */
  constructor(askedEverySeconds: number) {
    this.#withinMs = REPEATED_WITHIN_MS + askedEverySeconds * 1_000
  }

  repeats(text: string, nowAt: number): boolean {
    const digest = createHash('sha256').update(text).digest('base64')
    const same = digest === this.#last && Math.abs(nowAt - this.#lastAt) < this.#withinMs
    this.#last = digest
    this.#lastAt = nowAt
    return same
  }
}

/** Ours: a service that is being restarted is back within seconds; one that is not installed is not asked all day. */
const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/** How long to wait before connecting again, twice as long after every failure. @param failures one or more */
export function retryDelay(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10))
}

const ADDRESSES = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
] as const

/** Names are not looked up: whatever a hosts file says, `localhost` is this PC. */
const thisPc: LookupFunction = (_name, options, answer) => {
  if (options.all === true) answer(null, [...ADDRESSES])
  else answer(null, ADDRESSES[0].address, ADDRESSES[0].family)
}
