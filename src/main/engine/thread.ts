import { setImmediate as nextTurn } from 'node:timers/promises'
import type { MessagePort } from 'node:worker_threads'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { type ChainCheck, FILE_COMPARED } from './chain/chain-check.ts'
import { ChainKeeper } from './chain/chain-keeper.ts'
import { Connection } from './connection.ts'
import { faultReport } from './fault-report.ts'
import { appErrorOf } from './faults.ts'
import type { HandlerName, Handlers } from './handlers.ts'
import type { Jobs } from './jobs.ts'
import { migrate, versionOf } from './migrations/index.ts'
import { COPY, type FromThread, type ThreadOptions, type ToThread } from './protocol.ts'
import { QuietCheckpoint } from './quiet-checkpoint.ts'
import { Runner } from './runner.ts'
import { Stopwatch } from './stopwatch.ts'
import { type ClockAndEntropy, clockAndEntropyAhead } from './uid.ts'

type Call = Extract<ToThread, { kind: 'call' }>
type JobCall = Extract<ToThread, { kind: 'job' }>
type CopyCall = Extract<ToThread, { kind: 'copy' }>

const ranFor = () => performance.now()

/** The inside of an engine thread: opens the file, then answers messages one at a time, in the order they came. */
export class EngineThread {
  readonly #port: MessagePort
  readonly #handlers: Handlers
  readonly #jobs: Jobs
  readonly #running = new Map<number, AbortController>()
  #runner: Runner | null = null
  #dataKey: Uint8Array = new Uint8Array(0)
  #nativeBinding: string | undefined
  /** Of the writer only. */
  #checkpoint: QuietCheckpoint | null = null
  /** Of the writer only. */
  #chain: ChainKeeper | null = null

  constructor(port: MessagePort, handlers: Handlers, jobs: Jobs) {
    this.#port = port
    this.#handlers = handlers
    this.#jobs = jobs
  }

  /** Opens the database; only the writer creates and migrates it. Says `ready`, or `refused` with a code. */
  start(options: ThreadOptions): void {
    try {
      const sources = clockAndEntropyAhead(options.daysAhead ?? 0)
      const connection = this.#opened(options, sources)
      this.#dataKey = options.dataKey
      this.#nativeBinding = options.nativeBinding
      this.#runner = new Runner(connection, this.#handlers, sources)
      this.#port.on('message', (message: ToThread) => this.#receive(message))
      this.#send({ kind: 'ready', sqlite: connection.sqliteVersion })
    } catch (error) {
      const appError = appErrorOf(error)
      this.#send({ kind: 'refused', code: appError.code, detail: appError.detail })
      this.#port.close()
    }
  }

  #opened(options: ThreadOptions, sources: ClockAndEntropy): Connection {
    if (options.mode === 'reader') return openMigrated(options)
    const { file, chain = FILE_COMPARED, again } = options
    const check = again === true ? checkAgain(chain) : chain
    const { connection, keeper } = ChainKeeper.over(
      file,
      check,
      () => sources.nowAt(),
      () => openMigrated(options),
    )
    this.#chain = keeper
    this.#checkpoint = new QuietCheckpoint(connection, () => keeper.quiet())
    return connection
  }

  #receive(message: ToThread): void {
    switch (message.kind) {
      case 'call':
        this.#call(message)
        return
      case 'job':
        void this.#job(message)
        return
      case 'cancel':
        this.#running.get(message.id)?.abort()
        return
      case 'copy':
        this.#copy(message)
        return
      case 'close':
        void this.#close()
    }
  }

  #call({ id, name, input, staff }: Call): void {
    const watch = this.#watch(name)
    try {
      const outcome = this.#open().run(name as HandlerName, input, staff)
      if (outcome.tables.length > 0) this.#chain?.wrote()
      watch.stop()
      this.#send({ kind: 'value', id, ...outcome, timing: watch.timing })
      if (outcome.tables.length > 0) this.#checkpoint?.wrote()
    } catch (error) {
      this.#fail(id, name, error, watch)
    }
  }

  async #job({ id, name, input, staff }: JobCall): Promise<void> {
    const stop = new AbortController()
    const watch = this.#watch(name)
    this.#running.set(id, stop)
    try {
      const job = this.#jobs[name]
      if (job === undefined) throw new AppError('call.unknownOperation', { name })
      // The main process starts jobs by name with the input that its declaration names.
      const steps = job({ runner: this.#open(), staff, signal: stop.signal }, input as never)
      let step = await steps.next()
      while (step.done !== true) {
        this.#chain?.wrote()
        watch.stop()
        if (step.value.tables.length > 0) this.#send({ kind: 'tables', tables: step.value.tables })
        if (step.value.progress !== null) this.#send({ kind: 'progress', id, progress: step.value.progress })
        await nextTurn()
        watch.start()
        step = await steps.next()
      }
      this.#chain?.wrote()
      watch.stop()
      this.#send({ kind: 'value', id, value: step.value, tables: [], timing: watch.timing })
      this.#checkpoint?.wrote()
    } catch (error) {
      this.#fail(id, name, error, watch)
    } finally {
      this.#running.delete(id)
    }
  }

  #copy({ id, file, under }: CopyCall): void {
    const watch = this.#watch(COPY)
    try {
      const { connection } = this.#open()
      if (under === null) connection.copyTo(file)
      else connection.copyUnderKey(file, { from: this.#dataKey, to: under }, this.#nativeBinding)
      watch.stop()
      this.#send({ kind: 'value', id, value: null, tables: [], timing: watch.timing })
    } catch (error) {
      this.#fail(id, COPY, error, watch)
    }
  }

  /** Stops running jobs, lets them undo what they began, then closes the file. */
  async #close(): Promise<void> {
    for (const stop of this.#running.values()) stop.abort()
    while (this.#running.size > 0) await nextTurn()
    this.#checkpoint?.stop()
    // A job that was stopped may have written about its end.
    this.#chain?.wrote()
    this.#runner?.connection.close()
    this.#runner = null
    this.#chain?.close()
    this.#chain = null
    this.#send({ kind: 'closed' })
    this.#port.close()
  }

  #open(): Runner {
    if (this.#runner === null) throw new AppError('engine.stopped')
    return this.#runner
  }

  #fail(id: number, name: string, error: unknown, watch: Stopwatch): void {
    watch.stop()
    const appError = appErrorOf(error)
    const { code, detail } = appError
    this.#send({ kind: 'error', id, code, detail, timing: watch.timing, fault: faultReport(name, appError) })
  }

  #watch(name: string): Stopwatch {
    return new Stopwatch(ranFor, (tookMs) => this.#send({ kind: 'slow', name, tookMs }))
  }

  #send(message: FromThread): void {
    this.#port.postMessage(message)
  }
}

/** Where a thread takes another's place in the middle of a day's work: nobody is asked about the clock then. */
function checkAgain(chain: ChainCheck): ChainCheck {
  return { ...chain, clock: 'ignore', file: chain.file === 'ignore' ? 'ignore' : 'compare' }
}

/** The file as this version knows it. One that is refused on the way is closed again, and not left to the thread's end. */
function openMigrated(options: ThreadOptions): Connection {
  const connection = Connection.open(options)
  try {
    if (options.again === true && versionOf(connection) === 0) {
      throw new AppError('engine.damaged', { cause: 'missing' })
    }
    if (options.mode === 'writer') migrate(connection)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}
