import { createHash } from 'node:crypto'
import type { LookupFunction } from 'node:net'
import type { RawData, WebSocket } from 'ws'
import type { SourceState } from '../../shared/contract/arrivals.ts'
import { LONGEST_MESSAGE, readMessage } from '../../shared/domain/lobby/arrival-message.ts'
import { localSocketUrl, type ReaderSettings } from '../../shared/domain/lobby/arrival-settings.ts'
import type { ArrivalSource, SourceContext } from './arrival-source.ts'
import { messageText } from './message-text.ts'
import { errorState, stateOfFailure } from './source-error.ts'
import { SourceTally } from './source-tally.ts'

const HANDSHAKE_MS = 5_000
/** Messages that may wait for the engine. A reader that sends more at once is broken. */
const MOST_WAITING = 200
const TOO_LONG = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'

/** An ID or card reader whose own service on this PC offers a WebSocket. It is tried again for as long as it runs. */
export class ReaderSource implements ArrivalSource {
  readonly name = 'reader'
  readonly #settings: ReaderSettings
  readonly #around: SourceContext
  readonly #tally: SourceTally
  readonly #repeated = new RepeatedMessage()
  #state: SourceState = { state: 'connecting' }
  #socket: WebSocket | null = null
  #stopped = false
  #failures = 0
  #waiting = 0
  #last: Promise<void> = Promise.resolve()
  #dropRetry: () => void = () => {}

  constructor(settings: ReaderSettings, around: SourceContext) {
    this.#settings = settings
    this.#around = around
    this.#tally = new SourceTally(this.name, around.sessions, around.clock)
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
      maxPayload: LONGEST_MESSAGE,
      perMessageDeflate: false,
      followRedirects: false,
    })
    this.#socket = socket
    let opened = false
    socket.on('open', () => {
      opened = true
      this.#failures = 0
      this.#become({ state: 'running' })
      if (this.#settings.greeting !== '') socket.send(this.#settings.greeting)
    })
    socket.on('message', (data) => this.#take(data))
    // The error itself may quote what was received; only that there was one is of interest.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === TOO_LONG) this.#then(() => this.#tally.unreadable('tooLong'))
    })
    socket.on('close', () => this.#closed(url, opened))
  }

  #closed(url: string, wasOpen: boolean): void {
    if (this.#stopped) return
    this.#failures += 1
    const waitMs = retryDelay(this.#failures)
    const code = wasOpen ? 'arrivals.readerLost' : 'arrivals.readerRefused'
    this.#become(errorState(code, { seconds: waitMs / 1_000 }))
    this.#dropRetry = this.#around.clock.after(waitMs, () => void this.#connect(url))
  }

  #take(data: RawData): void {
    const text = messageText(bytesOf(data))
    if (text !== null && this.#repeated.repeats(text, this.#around.clock.nowAt())) return
    if (this.#waiting >= MOST_WAITING) return
    this.#then(async () => {
      if (text === null) await this.#tally.unreadable('encoding')
      else await this.#tally.report(readMessage(text, this.#settings))
    })
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
