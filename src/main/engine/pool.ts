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
import { AppError } from '../../shared/domain/branch/app-error.ts'
import type { ChainCheck } from './chain/chain-check.ts'
import type { TableName } from './schema.ts'
import type { SpareThreads } from './spare-threads.ts'
import { type Question, ThreadHandle } from './thread-handle.ts'
import { MACHINE, type RestartClock, ThreadSlot } from './thread-slot.ts'
import { type EngineWatch, type ThreadEnd, UNWATCHED } from './watch.ts'

/** Two readers: one may be busy with a long list while the other answers the search box. */
const READERS = 2

export interface PoolOptions {
  /** The module that runs inside a thread. */
  readonly worker: URL
  readonly file: string
  readonly dataKey: Uint8Array
  readonly nativeBinding?: string | undefined
  readonly readers?: number
  /** Threads of the same module that are taken before others are started. */
  readonly spares?: SpareThreads
  /** Days by which a test runs ahead of the machine's clock. */
  readonly daysAhead?: number
  /** By which threads that died are started again; a test's own. */
  readonly clock?: RestartClock
  readonly watch?: EngineWatch
  /** With what the audit's chain is compared at the start. */
  readonly chain?: ChainCheck
  /**
   * The writer died, or another took its place. What it was doing was rolled back unless it was committed, which nobody
   * knows: screens should be read anew, and what it left half done be taken up.
   */
  readonly onWriter?: (state: 'lost' | 'back') => void
}

export interface RunningJob<Result> {
  readonly done: Promise<Result>
  cancel(): void
}

/** The engine as the main process sees it: one writer, some readers, promises. */
export class EnginePool {
  readonly #writer: ThreadSlot
  readonly #readers: readonly ThreadSlot[]
  readonly #startReader: () => Promise<ThreadHandle>
  #closing = false

  private constructor(
    writer: ThreadSlot,
    readers: readonly ThreadSlot[],
    startReader: () => Promise<ThreadHandle>,
  ) {
    this.#writer = writer
    this.#readers = readers
    this.#startReader = startReader
  }

  /** Starts the writer, which creates or migrates the file, then the readers. Throws `AppError` `engine.*`. */
  static async open(
    options: PoolOptions,
    onTables: (tables: readonly TableName[]) => void,
  ): Promise<EnginePool> {
    const start = starterOf(options, onTables)
    const { clock = MACHINE, onWriter } = options
    const writer = await ThreadSlot.open({
      clock,
      start: (ended, again) => start('writer', ended, again),
      ...(onWriter === undefined ? {} : { onChange: onWriter }),
    })
    const starting = Array.from({ length: options.readers ?? READERS }, () =>
      ThreadSlot.open({ clock, start: (ended, again) => start('reader', ended, again) }),
    )
    const readers: ThreadSlot[] = []
    let refused: unknown
    for (const each of await Promise.allSettled(starting)) {
      if (each.status === 'fulfilled') readers.push(each.value)
      else refused ??= each.reason
    }
    const pool = new EnginePool(writer, readers, () => start('reader', () => undefined, false))
    if (refused === undefined) return pool
    // Every thread that did open the file closes it again: one that is left behind would hold it until the process ends.
    await pool.close()
    throw refused
  }

  /**
   * Copies a database that nobody has open, under another key, on a thread that only reads. Throws `AppError` `engine.*`;
   * what it left in `file` is worth nothing then.
   * @param under in shared memory
   */
  static async copyClosed(options: PoolOptions, file: string, under: Uint8Array): Promise<void> {
    const reader = await starterOf(options, () => undefined)('reader', () => undefined, false)
    try {
      await reader.ask({ kind: 'copy', file, under })
    } finally {
      await reader.close()
    }
  }

  /** The version of SQLite that the threads run; empty while none does. */
  get sqlite(): string {
    return this.#writer.sqlite
  }

  /** Runs an operation of the contract whose input has passed its schema. Rejects with `AppError`. */
  async call<N extends EngineName>(name: N, input: InputOf<N>, staff: SessionStaff): Promise<ResultOf<N>> {
    const parsed = operationNamed(name)?.input.parse(input)
    return (await this.callParsed(name, parsed, staff)) as ResultOf<N>
  }

  /** The router's way in: name and input were checked there. */
  callParsed(name: EngineName, input: unknown, staff: SessionStaff): Promise<unknown> {
    const question = { kind: 'call', name, input, staff } as const
    return operationNamed(name)?.access === 'read' ? this.#read(question) : this.#writer.ask(question)
  }

  /** Runs something only the main process may ask for. */
  async internal<N extends InternalName>(
    name: N,
    input: InternalInputOf<N>,
    staff: SessionStaff,
  ): Promise<InternalResultOf<N>> {
    const declared = internalNamed(name)
    if (declared === undefined) throw new AppError('call.unknownOperation', { name })
    const question = { kind: 'call', name, input, staff } as const
    const answer = declared.access === 'read' ? this.#read(question) : this.#writer.ask(question)
    return (await answer) as InternalResultOf<N>
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
    const { reply, cancel } = this.#writer.begin({ kind: 'job', name, input, staff }, listener)
    return { done: reply.then((value) => value as JobResultOf<N>), cancel }
  }

  /** Copies the database, still encrypted under its own key, on a reader of its own: nobody waits for it. */
  async copyTo(file: string): Promise<void> {
    const reader = await this.#startReader()
    try {
      await reader.ask({ kind: 'copy', file, under: null })
    } finally {
      await reader.close()
    }
  }

  /** Closes the readers, then the writer, which checkpoints and removes the WAL. */
  async close(): Promise<void> {
    this.#closing = true
    await Promise.all(this.#readers.map((reader) => reader.close()))
    await this.#writer.close()
  }

  /**
   * Asks a reader, and once more another one where that reader died meanwhile: a read changes nothing, so nobody needs
   * to hear of it. Never a third, and never the writer, because it may be the question that they die of.
   */
  async #read(question: Question): Promise<unknown> {
    const [first = this.#writer] = this.#byIdleness()
    try {
      return await first.ask(question)
    } catch (error) {
      const another = this.#byIdleness().find((each) => each !== first) ?? first
      if (!isThreadLost(error) || this.#closing || another === this.#writer) throw error
      return another.ask(question)
    }
  }

  /** Those that can answer at once, the idlest first; then those that are being started; last those that rest. */
  #byIdleness(): readonly ThreadSlot[] {
    return this.#readers.toSorted(
      (one, other) => TURN[one.state] - TURN[other.state] || one.waiting - other.waiting,
    )
  }
}

const TURN: Readonly<Record<ThreadSlot['state'], number>> = { open: 0, starting: 1, resting: 2, closed: 3 }

function isThreadLost(error: unknown): boolean {
  return error instanceof AppError && error.code === 'engine.stopped'
}

type Start = (mode: ThreadEnd['mode'], ended: () => void, again: boolean) => Promise<ThreadHandle>

function starterOf(options: PoolOptions, onTables: (tables: readonly TableName[]) => void): Start {
  const { worker, file, dataKey, nativeBinding, daysAhead = 0, watch = UNWATCHED, spares, chain } = options
  return (mode, ended, again) =>
    ThreadHandle.start(
      worker,
      { file, dataKey, mode, nativeBinding, daysAhead, again, ...(chain === undefined ? {} : { chain }) },
      {
        tables: onTables,
        watch,
        ended: (cause) => {
          watch.threadEnded({ mode, cause })
          ended()
        },
      },
      spares?.take() ?? null,
    )
}
