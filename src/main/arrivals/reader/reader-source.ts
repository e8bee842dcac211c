import type { RawData, WebSocket } from 'ws'
import type { SourceState } from '../../../shared/contract/arrivals.ts'
import { LONGEST_MESSAGE, readMessage } from '../../../shared/domain/lobby/arrival-message.ts'
import { localSocketUrl, type ReaderSettings } from '../../../shared/domain/lobby/arrival-settings.ts'
import type { ArrivalSource, SourceSurroundings } from '../arrival-source.ts'
import { messageText } from '../message-text.ts'
import { errorState, stateOfFailure } from '../source-error.ts'
import { SourceTally } from '../source-tally.ts'
import { RepeatedMessage } from './repeated-message.ts'
import { retryDelay } from './retry-delay.ts'
import { thisPc } from './this-pc.ts'

const HANDSHAKE_MS = 5_000
/** Messages that may wait for the engine. A reader that sends more at once is broken. */
const MOST_WAITING = 200
const TOO_LONG = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'

/** An ID or card reader whose own service on this PC offers a WebSocket. It is tried again for as long as it runs. */
export class ReaderSource implements ArrivalSource {
  readonly name = 'reader'
  readonly #settings: ReaderSettings
  readonly #around: SourceSurroundings
  readonly #tally: SourceTally
  readonly #repeated = new RepeatedMessage()
  #state: SourceState = { state: 'connecting' }
  #socket: WebSocket | null = null
  #stopped = false
  #failures = 0
  #waiting = 0
  #last: Promise<void> = Promise.resolve()
  #dropRetry: () => void = () => {}

  constructor(settings: ReaderSettings, around: SourceSurroundings) {
    this.#settings = settings
    this.#around = around
    this.#tally = new SourceTally(this.name, around.desk, around.clock)
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
      else await this.#tally.tell(readMessage(text, this.#settings))
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
