import { AppError } from '../../shared/domain/branch/app-error.ts'
import { rememberedDeaths, restartPlan } from './restart-plan.ts'
import type { Question, ThreadHandle } from './thread-handle.ts'

/** Time as a slot needs it; a test turns its own. */
export interface RestartClock {
  /** Milliseconds that only grow. */
  ranFor(): number
  /** Calls `work` once after that many milliseconds; the returned function takes it back. */
  after(milliseconds: number, work: () => void): () => void
}

/** The machine's own time. */
export const MACHINE: RestartClock = {
  ranFor: () => performance.now(),
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
}

export interface SlotParts {
  readonly clock: RestartClock
  /** Starts a thread; `ended` is to be called where it dies. Throws `AppError` `engine.*`. */
  start(ended: () => void, again: boolean): Promise<ThreadHandle>
  /** Told when the thread died, and when another took its place. */
  onChange?(state: 'lost' | 'back'): void
}

export interface Asked {
  readonly reply: Promise<unknown>
  cancel(): void
}

type State =
  | { readonly kind: 'open'; readonly thread: ThreadHandle }
  /** Soon there is one again. */
  | { readonly kind: 'starting' }
  /** It died too often: left alone for a while, and refused with what it died of. */
  | { readonly kind: 'resting'; readonly appError: AppError }
  | { readonly kind: 'closed' }

/** The place of one engine thread: where the thread dies, another is started. */
export class ThreadSlot {
  readonly #parts: SlotParts
  #state: State = { kind: 'closed' }
  #deathsAt: readonly number[] = []
  /** The thread that is being started, also while the slot rests; null where it could not be opened. */
  #next: Promise<ThreadHandle | null> = Promise.resolve(null)
  #stopWaiting: () => void = () => {}

  private constructor(parts: SlotParts) {
    this.#parts = parts
  }

  /** Resolves when the first thread has opened the file. Throws `AppError` `engine.*`. */
  static async open(parts: SlotParts): Promise<ThreadSlot> {
    const slot = new ThreadSlot(parts)
    const thread = await parts.start(() => slot.#died(STOPPED), false)
    slot.#state = { kind: 'open', thread }
    return slot
  }

  get state(): State['kind'] {
    return this.#state.kind
  }

  /** Calls that wait for an answer; none where there is no thread. */
  get waiting(): number {
    return this.#state.kind === 'open' ? this.#state.thread.waiting : 0
  }

  /** The version of SQLite; empty while there is no thread. */
  get sqlite(): string {
    return this.#state.kind === 'open' ? this.#state.thread.sqlite : ''
  }

  /** Asks the thread, or the next one where it is being started. Rejects as `ThreadHandle.ask`, and with `engine.*` while it rests. */
  ask(question: Question): Promise<unknown> {
    return this.begin(question, () => {}).reply
  }

  /** As `ask`, of something that tells how far it has come and can be cancelled. */
  begin(question: Question, onProgress: (progress: unknown) => void): Asked {
    const state = this.#state
    if (state.kind === 'open') return askedOf(state.thread, question, onProgress)
    let cancelled = false
    let asked: Asked | null = null
    const wait = async () => {
      const thread = await this.#reopened()
      if (cancelled) throw new AppError('engine.stopped')
      asked = askedOf(thread, question, onProgress)
      return asked.reply
    }
    return {
      reply: wait(),
      cancel: () => {
        cancelled = true
        asked?.cancel()
      },
    }
  }

  /** Closes the thread as `ThreadHandle.close` does, and starts none any more. */
  async close(): Promise<void> {
    const state = this.#state
    this.#state = { kind: 'closed' }
    this.#stopWaiting()
    const thread = state.kind === 'open' ? state.thread : await this.#next
    await thread?.close()
  }

  /** The thread once it is there again. Throws what the slot rests on, `engine.stopped` where it was closed. */
  async #reopened(): Promise<ThreadHandle> {
    while (this.#state.kind === 'starting') await this.#next
    if (this.#state.kind === 'open') return this.#state.thread
    throw this.#state.kind === 'resting' ? this.#state.appError : STOPPED
  }

  #died(appError: AppError): void {
    if (this.#state.kind === 'closed') return
    const nowAt = this.#parts.clock.ranFor()
    this.#deathsAt = [...rememberedDeaths(this.#deathsAt, nowAt), nowAt]
    const { delayMs, refusing } = restartPlan(this.#deathsAt, nowAt)
    this.#state = refusing ? { kind: 'resting', appError } : { kind: 'starting' }
    this.#next = this.#startAfter(delayMs)
    this.#parts.onChange?.('lost')
  }

  /** Never rejects: one that cannot be opened counts as one more that died. */
  async #startAfter(delayMs: number): Promise<ThreadHandle | null> {
    if (delayMs > 0) await this.#wait(delayMs)
    if (this.#state.kind === 'closed') return null
    let ended = false
    try {
      const thread = await this.#parts.start(() => {
        ended = true
        this.#died(STOPPED)
      }, true)
      return this.#take(thread, ended)
    } catch (error) {
      this.#died(error instanceof AppError ? error : STOPPED)
      return null
    }
  }

  #take(thread: ThreadHandle, ended: boolean): ThreadHandle | null {
    // Closed meanwhile: whoever closes waits for this one and closes it.
    if (this.#state.kind === 'closed') return thread
    if (ended) return null
    this.#state = { kind: 'open', thread }
    this.#parts.onChange?.('back')
    return thread
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#parts.clock.after(milliseconds, resolve)
      this.#stopWaiting = () => {
        cancel()
        resolve()
      }
    })
  }
}

const STOPPED = new AppError('engine.stopped')

function askedOf(thread: ThreadHandle, question: Question, onProgress: (progress: unknown) => void): Asked {
  const { id, reply } = thread.begin(question, onProgress)
  return { reply, cancel: () => thread.post({ kind: 'cancel', id }) }
}
