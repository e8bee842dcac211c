import { Worker } from 'node:worker_threads'
import { AppError, type ErrorCode } from '../../shared/domain/branch/app-error.ts'
import { faultReport } from './fault-report.ts'
import { COPY, type FromThread, type ThreadOptions, type ToThread } from './protocol.ts'
import type { TableName } from './schema.ts'
import type { EngineWatch } from './watch.ts'

interface Waiting {
  /** The operation or job, as the log names it. */
  readonly name: string
  readonly resolve: (value: unknown) => void
  readonly reject: (appError: AppError) => void
  readonly onProgress: (progress: unknown) => void
}

type Numbered = Extract<ToThread, { id: number }>
export type Question = Numbered extends infer M ? (M extends Numbered ? Omit<M, 'id'> : never) : never

/** Who hears what a thread tells beside its answers. */
export interface ThreadListener {
  /** A committed write changed these tables. */
  tables(tables: readonly TableName[]): void
  /** The thread is gone, and its file is closed. Not told where it was asked to close. */
  ended(cause: string): void
  readonly watch: EngineWatch
}

/** Names the thread itself where it died of something that no call was waiting for. */
const NO_CALL = 'engine.thread'

/** One worker thread as the main process sees it, and the calls that wait for its answers. */
export class ThreadHandle {
  readonly #worker: Worker
  readonly #listener: ThreadListener
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #sqlite = ''
  #cause = 'exit'
  #state: 'starting' | 'open' | 'closing' | 'stopped' = 'starting'

  private constructor(worker: Worker, listener: ThreadListener) {
    this.#worker = worker
    this.#listener = listener
  }

  /**
   * Resolves when the thread has opened the file. Throws `AppError` `engine.*`.
   * @param spare a thread that has loaded the module already
   */
  static start(
    module: URL,
    options: ThreadOptions,
    listener: ThreadListener,
    spare: Worker | null = null,
  ): Promise<ThreadHandle> {
    const worker = spare ?? new Worker(module, { workerData: options })
    spare?.postMessage(options)
    const thread = new ThreadHandle(worker, listener)
    return new Promise((resolve, reject) => {
      worker.on('message', (message: FromThread) => {
        if (message.kind === 'ready') {
          thread.#sqlite = message.sqlite
          thread.#state = 'open'
          resolve(thread)
        } else if (message.kind === 'refused')
          reject(new AppError(asCode(message.code), { ...message.detail }))
        else thread.#hear(message)
      })
      worker.on('error', (error) => {
        thread.#failed(error)
        reject(new AppError('engine.internal', { cause: error.name }))
      })
      worker.on('exit', () => {
        thread.#exited()
        // Heard only by who still waits for `ready`: a thread that ends before it would leave a sign-in hanging.
        reject(new AppError('engine.stopped', { cause: 'exit' }))
      })
    })
  }

  /** Calls that it has not answered yet. */
  get waiting(): number {
    return this.#waiting.size
  }

  /** The version of SQLite that it runs. */
  get sqlite(): string {
    return this.#sqlite
  }

  post(message: ToThread): void {
    this.#worker.postMessage(message)
  }

  /** Rejects with what the thread refuses, and with `engine.stopped` where it is gone. */
  ask(question: Question): Promise<unknown> {
    return this.begin(question, () => {}).reply
  }

  /** As `ask`, of something that tells how far it has come and can be cancelled by its number. */
  begin(
    question: Question,
    onProgress: (progress: unknown) => void,
  ): { id: number; reply: Promise<unknown> } {
    const id = ++this.#lastId
    const reply = new Promise<unknown>((resolve, reject) => {
      if (this.#state === 'stopped') {
        reject(new AppError('engine.stopped'))
        return
      }
      this.#waiting.set(id, { name: nameOf(question), resolve, reject, onProgress })
      // A message without its number is one of the numbered kinds; spreading a union loses which.
      this.post({ ...question, id } as ToThread)
    })
    return { id, reply }
  }

  /** Lets running jobs undo what they began; resolves when the thread is gone. */
  async close(): Promise<void> {
    if (this.#state === 'stopped') return
    this.#state = 'closing'
    const exited = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()))
    this.post({ kind: 'close' })
    await exited
  }

  #hear(message: FromThread): void {
    switch (message.kind) {
      case 'tables':
        this.#listener.tables(message.tables)
        return
      case 'slow':
        this.#listener.watch.slow(message.name, message.tookMs)
        return
      case 'progress':
        this.#waiting.get(message.id)?.onProgress(message.progress)
        return
      case 'value':
        if (message.tables.length > 0) this.#listener.tables(message.tables)
        this.#answered(message)?.resolve(message.value)
        return
      case 'error':
        if (message.fault !== null) this.#listener.watch.failed(message.fault)
        this.#answered(message)?.reject(new AppError(asCode(message.code), { ...message.detail }))
    }
  }

  #answered({ id, timing }: Extract<FromThread, { kind: 'value' | 'error' }>): Waiting | undefined {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (waiting !== undefined) this.#listener.watch.took(waiting.name, timing)
    return waiting
  }

  /** Nobody caught it inside, so it ends the thread: whoever asked first is the likeliest to have caused it. */
  #failed(error: Error): void {
    this.#cause = error.name
    const [first] = this.#waiting.values()
    const report = faultReport(first?.name ?? NO_CALL, error)
    if (report !== null) this.#listener.watch.failed({ ...report, code: 'engine.stopped' })
  }

  #exited(): void {
    const wanted = this.#state !== 'open'
    this.#state = 'stopped'
    const cause = this.#cause
    // First the listener: whoever is refused below and asks again finds out that this thread is gone.
    if (!wanted) this.#listener.ended(cause)
    for (const waiting of this.#waiting.values()) waiting.reject(new AppError('engine.stopped', { cause }))
    this.#waiting.clear()
  }
}

function nameOf(question: Question): string {
  return 'name' in question ? question.name : COPY
}

/** Codes cross the thread as text; the thread only ever sends a refusal's own code. */
function asCode(code: string): ErrorCode {
  return code as ErrorCode
}
