import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalCode } from '../../shared/domain/refusal.ts'
import type { FromThread, ThreadOptions, ToThread } from './protocol.ts'
import type { TableName } from './schema.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (refusal: Refusal) => void
  readonly onProgress: (progress: unknown) => void
}

type Numbered = Extract<ToThread, { id: number }>
type Unnumbered = Numbered extends infer M ? (M extends Numbered ? Omit<M, 'id'> : never) : never

/** One worker thread as the main process sees it, and the calls that wait for its answers. */
export class ThreadHandle {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #stopped = false

  private constructor(worker: Worker) {
    this.#worker = worker
  }

  /** Resolves when the thread has opened the file. Throws `Refusal` `engine.*`. */
  static start(
    module: URL,
    options: ThreadOptions,
    onTables: (tables: readonly TableName[]) => void,
  ): Promise<ThreadHandle> {
    const worker = new Worker(module, { workerData: options })
    const thread = new ThreadHandle(worker)
    return new Promise((resolve, reject) => {
      worker.on('message', (message: FromThread) => {
        if (message.kind === 'ready') resolve(thread)
        else if (message.kind === 'refused') reject(new Refusal(asCode(message.code), { ...message.detail }))
        else if (message.kind === 'tables') onTables(message.tables)
        else {
          if (message.kind === 'value' && message.tables.length > 0) onTables(message.tables)
          thread.#receive(message)
        }
      })
      worker.on('error', (error) => {
        thread.#stop(error.name)
        reject(new Refusal('engine.internal', { cause: error.name }))
      })
      worker.on('exit', () => {
        thread.#stop('exit')
        // Heard only by who still waits for `ready`: a thread that ends before it would leave a sign-in hanging.
        reject(new Refusal('engine.stopped', { cause: 'exit' }))
      })
    })
  }

  get waiting(): number {
    return this.#waiting.size
  }

  post(message: ToThread): void {
    this.#worker.postMessage(message)
  }

  ask(message: Unnumbered): Promise<unknown> {
    return this.begin(message, () => {}).reply
  }

  begin(
    message: Unnumbered,
    onProgress: (progress: unknown) => void,
  ): { id: number; reply: Promise<unknown> } {
    const id = ++this.#lastId
    const reply = new Promise<unknown>((resolve, reject) => {
      if (this.#stopped) {
        reject(new Refusal('engine.stopped'))
        return
      }
      this.#waiting.set(id, { resolve, reject, onProgress })
      // A message without its number is one of the numbered kinds; spreading a union loses which.
      this.post({ ...message, id } as ToThread)
    })
    return { id, reply }
  }

  /** Lets running jobs undo what they began; resolves when the thread is gone. */
  async close(): Promise<void> {
    if (this.#stopped) return
    const exited = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()))
    this.post({ kind: 'close' })
    await exited
  }

  #receive(message: FromThread): void {
    if (message.kind !== 'value' && message.kind !== 'error' && message.kind !== 'progress') return
    const waiting = this.#waiting.get(message.id)
    if (waiting === undefined) return
    if (message.kind === 'progress') {
      waiting.onProgress(message.progress)
      return
    }
    this.#waiting.delete(message.id)
    if (message.kind === 'value') waiting.resolve(message.value)
    else waiting.reject(new Refusal(asCode(message.code), { ...message.detail }))
  }

  #stop(cause: string): void {
    this.#stopped = true
    for (const waiting of this.#waiting.values()) waiting.reject(new Refusal('engine.stopped', { cause }))
    this.#waiting.clear()
  }
}

/** Codes cross the thread as text; the thread only ever sends a refusal's own code. */
function asCode(code: string): RefusalCode {
  return code as RefusalCode
}
