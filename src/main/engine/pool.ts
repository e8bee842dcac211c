import { type EngineName, type InputOf, operationNamed, type ResultOf } from '../../shared/contract/index.ts'
import {
  type InternalInputOf,
  type InternalName,
  type InternalResultOf,
  internalNamed,
  type JobInputOf,
  type JobName,
  type JobProgressOf,
  type JobResultOf,
} from '../../shared/contract/internal/index.ts'
import type { SessionStaff } from '../../shared/contract/session.ts'
import { Refusal } from '../../shared/domain/refusal.ts'
import type { TableName } from './schema.ts'
import { ThreadHandle } from './thread-handle.ts'

/** Two readers: one may be busy with a long list while the other answers the search box. */
const READERS = 2

export interface PoolOptions {
  /** The module that runs inside a thread. */
  readonly worker: URL
  readonly file: string
  readonly dataKey: Uint8Array
  readonly nativeBinding?: string | undefined
  readonly readers?: number
  /** Days by which a test runs ahead of the machine's clock. */
  readonly daysAhead?: number
}

export interface RunningJob<Result> {
  readonly done: Promise<Result>
  cancel(): void
}

/** The engine as the main process sees it: one writer, some readers, promises. */
export class EnginePool {
  readonly #writer: ThreadHandle
  readonly #readers: readonly ThreadHandle[]
  readonly #startReader: () => Promise<ThreadHandle>

  private constructor(
    writer: ThreadHandle,
    readers: readonly ThreadHandle[],
    startReader: () => Promise<ThreadHandle>,
  ) {
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
      ThreadHandle.start(
        options.worker,
        {
          file: options.file,
          dataKey: options.dataKey,
          mode,
          nativeBinding: options.nativeBinding,
          daysAhead: options.daysAhead ?? 0,
        },
        onTables,
      )
    const writer = await start('writer')
    const starting = Array.from({ length: options.readers ?? READERS }, () => start('reader'))
    const readers: ThreadHandle[] = []
    let refused: unknown
    for (const each of await Promise.allSettled(starting)) {
      if (each.status === 'fulfilled') readers.push(each.value)
      else refused ??= each.reason
    }
    const pool = new EnginePool(writer, readers, () => start('reader'))
    if (refused === undefined) return pool
    // Every thread that did open the file closes it again: one that is left behind would hold it until the process ends.
    await pool.close()
    throw refused
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
    input: InternalInputOf<N>,
    staff: SessionStaff,
  ): Promise<InternalResultOf<N>> {
    const declared = internalNamed(name)
    if (declared === undefined) throw new Refusal('door.unknownOperation', { name })
    const thread = declared.access === 'read' ? this.#idlestReader() : this.#writer
    return (await thread.ask({ kind: 'call', name, input, staff })) as InternalResultOf<N>
  }

  /** Starts long work on the writer thread. */
  job<N extends JobName>(
    name: N,
    input: JobInputOf<N>,
    staff: SessionStaff,
    onProgress: (progress: JobProgressOf<N>) => void = () => {},
  ): RunningJob<JobResultOf<N>> {
    // A job tells progress of the kind its name declares.
    const listener = (progress: unknown) => onProgress(progress as JobProgressOf<N>)
    const asked = this.#writer.begin({ kind: 'job', name, input, staff }, listener)
    return {
      done: asked.reply.then((value) => value as JobResultOf<N>),
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

  #idlestReader(): ThreadHandle {
    return this.#readers.reduce(
      (best, each) => (each.waiting < best.waiting ? each : best),
      this.#readers[0] ?? this.#writer,
    )
  }
}
