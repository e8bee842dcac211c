import { Worker } from 'node:worker_threads'
import { type EngineName, type InputOf, operationNamed, type ResultOf } from '../../shared/contract/index.ts'
import type { SessionStaff } from '../../shared/contract/session.ts'
import { Refusal, type RefusalCode } from '../../shared/domain/refusal.ts'
import { INTERNAL_NAMES, type InternalName, type InternalOperations } from './internal-operations.ts'
import type { JobName, JobOperations } from './job-operations.ts'
import type { FromThread, ThreadOptions, ToThread } from './protocol.ts'
import type { TableName } from './schema.ts'

/** Two readers: one may be busy with a long list while the other answers the search box. */
const READERS = 2

export interface PoolOptions {
  /** The module that runs inside a thread. */
  readonly worker: URL
  readonly file: string
  readonly dataKey: Uint8Array
  readonly nativeBinding?: string | undefined
  readonly readers?: number
}

export interface RunningJob<Result> {
  readonly done: Promise<Result>
  cancel(): void
}

/** The engine as the main process sees it: one writer, some readers, promises. */
export class EnginePool {
  readonly #writer: Thread
  readonly #readers: readonly Thread[]
  readonly #startReader: () => Promise<Thread>

  private constructor(writer: Thread, readers: readonly Thread[], startReader: () => Promise<Thread>) {
    this.#writer = writer
    this.#readers = readers
    this.#startReader = startReader
  }

  /** Starts the writer, which creates or migrates the file, then the readers. Throws `Refusal` `engine.*`. */
  static async open(
    options: PoolOptions,
    onTables: (tables: readonly TableName[]) => void,
  ): Promise<EnginePool> {
    const start = (mode: 'writer' | 'reader') =>
      Thread.start(
        options.worker,
        { file: options.file, dataKey: options.dataKey, mode, nativeBinding: options.nativeBinding },
        onTables,
      )
    const writer = await start('writer')
    try {
      const readers = await Promise.all(
        Array.from({ length: options.readers ?? READERS }, () => start('reader')),
      )
      return new EnginePool(writer, readers, () => start('reader'))
    } catch (error) {
      await writer.close()
      throw error
    }
  }

  /** Runs an operation of the contract whose input has passed its schema. Rejects with `Refusal`. */
  async call<N extends EngineName>(name: N, input: InputOf<N>, staff: SessionStaff): Promise<ResultOf<N>> {
    const parsed = operationNamed(name)?.input.parse(input)
    return (await this.callParsed(name, parsed, staff)) as ResultOf<N>
  }

  /** The door's way in: name and input were checked there. */
  callParsed(name: EngineName, input: unknown, staff: SessionStaff): Promise<unknown> {
    const thread = operationNamed(name)?.access === 'read' ? this.#idlestReader() : this.#writer
    return thread.ask({ kind: 'call', name, input, staff })
  }

  /** Runs something only the main process may ask for. */
  async internal<N extends InternalName>(
    name: N,
    input: InternalOperations[N]['input'],
    staff: SessionStaff,
  ): Promise<InternalOperations[N]['result']> {
    if (!INTERNAL_NAMES.includes(name)) throw new Refusal('door.unknownOperation', { name })
    return (await this.#writer.ask({ kind: 'call', name, input, staff })) as InternalOperations[N]['result']
  }

  /** Starts long work on the writer thread. */
  job<N extends JobName>(
    name: N,
    input: JobOperations[N]['input'],
    staff: SessionStaff,
    onProgress: (progress: JobOperations[N]['progress']) => void = () => {},
  ): RunningJob<JobOperations[N]['result']> {
    // A job tells progress of the kind its name declares.
    const listener = (progress: unknown) => onProgress(progress as JobOperations[N]['progress'])
    const asked = this.#writer.begin({ kind: 'job', name, input, staff }, listener)
    return {
      done: asked.reply.then((value) => value as JobOperations[N]['result']),
      cancel: () => this.#writer.post({ kind: 'cancel', id: asked.id }),
    }
  }

  /** Copies the database, still encrypted, on a reader of its own: nobody waits for it. */
  async copyTo(file: string): Promise<void> {
    const reader = await this.#startReader()
    try {
      await reader.ask({ kind: 'copy', file })
    } finally {
      await reader.close()
    }
  }

  /** Closes the readers, then the writer, which checkpoints and removes the WAL. */
  async close(): Promise<void> {
    await Promise.all(this.#readers.map((reader) => reader.close()))
    await this.#writer.close()
  }

  #idlestReader(): Thread {
    return this.#readers.reduce(
      (best, each) => (each.waiting < best.waiting ? each : best),
      this.#readers[0] ?? this.#writer,
    )
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (refusal: Refusal) => void
  readonly onProgress: (progress: unknown) => void
}

type Numbered = Extract<ToThread, { id: number }>
type Unnumbered = Numbered extends infer M ? (M extends Numbered ? Omit<M, 'id'> : never) : never

/** One worker thread and the calls that wait for it. */
class Thread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #stopped = false

  private constructor(worker: Worker) {
    this.#worker = worker
  }

  static start(
    module: URL,
    options: ThreadOptions,
    onTables: (tables: readonly TableName[]) => void,
  ): Promise<Thread> {
    const worker = new Worker(module, { workerData: options })
    const thread = new Thread(worker)
    return new Promise((resolve, reject) => {
      worker.on('message', (message: FromThread) => {
        if (message.kind === 'ready') resolve(thread)
        else if (message.kind === 'refused') reject(new Refusal(asCode(message.code), { ...message.detail }))
        else if (message.kind === 'tables') onTables(message.tables)
        else thread.#receive(message)
      })
      worker.on('error', (error) => {
        thread.#stop(error.name)
        reject(new Refusal('engine.internal', { cause: error.name }))
      })
      worker.on('exit', () => thread.#stop('exit'))
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
      this.post({ ...message, id } as ToThread)
    })
    return { id, reply }
  }

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
