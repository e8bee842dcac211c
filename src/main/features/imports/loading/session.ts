import type { EntityCounts, ImportProgress, ImportState } from '../../../../shared/contract/imports.ts'
import {
  IMPORT_ENTITIES,
  type ImportEntity,
  type LineCounts,
} from '../../../../shared/domain/imports/import-rows.ts'
import type { Connection } from '../../../engine/connection.ts'
import type { JobContext, JobStep } from '../../../engine/jobs.ts'
import type { TableName } from '../../../engine/schema.ts'
import { REFRESHED_TABLES } from '../../../records/facts/refresh.ts'
import { beat, type RunRecord } from '../../../records/imports/import-run.ts'
import { sumOfLines } from '../reading/read-folder.ts'
import type { RowProblemFound } from './load-problem.ts'
import { bulkTransaction } from './run.ts'
import { RunFiles } from './run-files.ts'
import { SeenTables } from './seen-rows.ts'

const MS_PER_SECOND = 1_000

/** What the writers of one run share. */
export interface LoadSession {
  readonly connection: Connection
  readonly run: RunRecord
  /** The day the extract speaks of. */
  readonly asOf: string
  /** Where the rows come from, as the customer panel shows it. */
  readonly source: string
  readonly counts: Counts
  readonly touched: TouchedPeople
  /** The files so far, and the transactions met in them. */
  readonly files: RunFiles
  /** The other rows met so far. */
  readonly seen: SeenTables
  newUid(): string
  /** UTC milliseconds, read anew. */
  readClock(): number
  /** The instant of the slice at hand. */
  nowAt: number
}

/** The session of a run on the runner's connection, with its clock. */
export function sessionOf(context: JobContext, run: RunRecord, asOf: string, source: string): LoadSession {
  const { runner, staff } = context
  const readClock = clockOf(context)
  return {
    connection: runner.connection,
    run,
    asOf,
    source,
    counts: new Counts(),
    touched: new TouchedPeople(),
    files: new RunFiles(run.id),
    seen: new SeenTables(),
    readClock,
    nowAt: readClock(),
    newUid: runner.writeContext(staff).context.newUid,
  }
}

export function clockOf({ runner, staff }: JobContext): () => number {
  return () => runner.readContext(staff).nowAt
}

/**
 * One short transaction of a run. It takes its time once it has the lock, and beats: however long the run takes and
 * whatever it is doing, others see that it is alive.
 * @param rejectFile where refused rows are kept; null where there is none, or none yet
 * @throws AppError imports.interrupted where somebody else has taken the run back
 */
export function inShortTransaction<T>(
  session: LoadSession,
  work: () => T,
  rejectFile: string | null = null,
): T {
  const { connection, run } = session
  return bulkTransaction(connection, () => {
    session.nowAt = session.readClock()
    beat(connection, run, session.nowAt, rejectFile)
    return work()
  })
}

/** One file's rows on their way into one table. */
export interface RowWriter<Row> {
  readonly entity: ImportEntity
  /** As many rows as go into one short transaction. */
  readonly sliceRows: number
  /** @returns the problem that keeps the row out or marks it, or null when it is in and nothing is wrong with it */
  write(row: Row): RowProblemFound | null
}

export type ImportStep = JobStep<ImportProgress>

/** A step that has something to show and nothing to tell other screens. */
export function progressStep(progress: ImportProgress): ImportStep {
  return { progress, tables: [] }
}

/** Everything that an import writes; told once at its end, because screens would refresh a thousand times before. */
export const LOADED_TABLES: readonly TableName[] = [
  'import_run',
  'account',
  'loan',
  'card',
  'txn',
  'duplicate_pair',
  ...REFRESHED_TABLES,
  'lead',
  'lead_step',
  'consent',
]

type Counter = { -readonly [Count in keyof EntityCounts]: EntityCounts[Count] }

/** What became of a row that reached the database. */
export type RowOutcome = 'added' | 'updated' | 'unchanged' | 'merged' | 'rejected'

function zero(): Counter {
  return {
    read: 0,
    added: 0,
    updated: 0,
    unchanged: 0,
    merged: 0,
    rejected: 0,
    flagged: 0,
    skipped: 0,
    repeated: 0,
    lines: null,
    seconds: 0,
  }
}

/** The reconciliation figures of a run while it goes on (D3): read = added + updated + unchanged + merged + rejected. */
export class Counts {
  readonly #entities = new Map<ImportEntity, Counter>()

  /** The entity occurs in the sheet from now on, even if no row of it follows. */
  open(entity: ImportEntity): void {
    if (!this.#entities.has(entity)) this.#entities.set(entity, zero())
  }

  add(entity: ImportEntity, outcome: RowOutcome, rows = 1): void {
    const counter = this.#of(entity)
    counter.read += rows
    counter[outcome] += rows
  }

  /** Rows of one outcome turn out to have had another. */
  recount(entity: ImportEntity, from: RowOutcome, to: RowOutcome, rows: number): void {
    const counter = this.#of(entity)
    counter[from] -= rows
    counter[to] += rows
  }

  /** Rows that are counted under their outcome already. */
  addFlagged(entity: ImportEntity, rows: number): void {
    this.#of(entity).flagged += rows
  }

  /** A row that an earlier one of the run has said already. */
  addRepeated(entity: ImportEntity): void {
    this.add(entity, 'unchanged')
    this.#of(entity).repeated++
  }

  /** What became of the file's lines and records before they were rows. */
  addReading(
    entity: ImportEntity,
    { skipped, lines }: { readonly skipped: number; readonly lines: LineCounts | null },
  ): void {
    const counter = this.#of(entity)
    counter.skipped += skipped
    if (lines !== null) counter.lines = sumOfLines(counter.lines, lines)
  }

  addTime(entity: ImportEntity, milliseconds: number): void {
    this.#of(entity).seconds += milliseconds / MS_PER_SECOND
  }

  get rows(): number {
    let rows = 0
    for (const counter of this.#entities.values()) rows += counter.read
    return rows
  }

  /** In the order of loading. */
  sheet(): Partial<Record<ImportEntity, EntityCounts>> {
    const sheet: Partial<Record<ImportEntity, EntityCounts>> = {}
    for (const entity of IMPORT_ENTITIES) {
      const counter = this.#entities.get(entity)
      if (counter !== undefined)
        sheet[entity] = { ...counter, seconds: Math.round(counter.seconds * 10) / 10 }
    }
    return sheet
  }

  #of(entity: ImportEntity): Counter {
    this.open(entity)
    return this.#entities.get(entity) ?? zero()
  }
}

/** What the progress bar says: how far, how fast, how much longer (D1). */
export class ProgressMeter {
  readonly #importUid: string
  readonly #bytesTotal: number
  readonly #startedAt: number
  #bytesBefore = 0
  #bytesRead = 0
  #entity: ImportEntity | null = null
  #fileName: string | null = null

  constructor(importUid: string, bytesTotal: number, startedAt: number) {
    this.#importUid = importUid
    this.#bytesTotal = bytesTotal
    this.#startedAt = startedAt
  }

  openFile(entity: ImportEntity, fileName: string): void {
    this.#bytesBefore = this.#bytesRead
    this.#entity = entity
    this.#fileName = fileName
  }

  /** @param bytes of the file at hand */
  readTo(bytes: number): void {
    this.#bytesRead = this.#bytesBefore + bytes
  }

  reading(rows: number, nowAt: number): ImportProgress {
    const share = this.#bytesTotal === 0 ? 1 : this.#bytesRead / this.#bytesTotal
    return this.#progress('reading', 'running', rows, nowAt, share)
  }

  /** @param share of the people that are done, 0–1 */
  summarising(rows: number, nowAt: number, startedAt: number, share: number): ImportProgress {
    const elapsed = nowAt - startedAt
    const left = share > 0 ? Math.ceil((elapsed * (1 - share)) / share / MS_PER_SECOND) : null
    return { ...this.#progress('summarising', 'running', rows, nowAt, 0), secondsLeft: left }
  }

  undoing(rows: number, nowAt: number): ImportProgress {
    return this.#progress('undoing', 'running', rows, nowAt, 0)
  }

  finished(state: ImportState, rows: number, nowAt: number): ImportProgress {
    return { ...this.#progress('finished', state, rows, nowAt, 1), secondsLeft: 0 }
  }

  #progress(
    phase: ImportProgress['phase'],
    state: ImportState,
    rows: number,
    nowAt: number,
    share: number,
  ): ImportProgress {
    const elapsed = nowAt - this.#startedAt
    return {
      importUid: this.#importUid,
      phase,
      state,
      rows,
      entity: this.#entity,
      fileName: this.#fileName,
      bytesRead: this.#bytesRead,
      bytesTotal: this.#bytesTotal,
      rowsPerSecond: elapsed > 0 ? Math.round((rows * MS_PER_SECOND) / elapsed) : 0,
      secondsLeft: share > 0 ? Math.ceil((elapsed * (1 - share)) / share / MS_PER_SECOND) : null,
    }
  }
}

const BITS = 32
const FIRST_WORDS = 1_024

/**
 * The customer records that an import touched, one bit each: a million of them take 125 kB, so that memory stays flat
 * however large the extract is.
 */
export class TouchedPeople {
  #words = new Uint32Array(FIRST_WORDS)
  #count = 0

  /** @param customerId a row number of `customer`, from 1 */
  add(customerId: number): void {
    const word = Math.floor(customerId / BITS)
    if (word >= this.#words.length) this.#grow(word + 1)
    const before = this.#words[word] ?? 0
    const after = (before | (1 << (customerId % BITS))) >>> 0
    if (after === before) return
    this.#words[word] = after
    this.#count++
  }

  get count(): number {
    return this.#count
  }

  /** The records in ascending order, at most `size` at a time. */
  *chunks(size: number): Generator<number[]> {
    let chunk: number[] = []
    for (let word = 0; word < this.#words.length; word++) {
      const bits = this.#words[word] ?? 0
      if (bits === 0) continue
      for (let bit = 0; bit < BITS; bit++) {
        if ((bits & (1 << bit)) === 0) continue
        chunk.push(word * BITS + bit)
        if (chunk.length < size) continue
        yield chunk
        chunk = []
      }
    }
    if (chunk.length > 0) yield chunk
  }

  #grow(words: number): void {
    const grown = new Uint32Array(Math.max(words, this.#words.length * 2))
    grown.set(this.#words)
    this.#words = grown
  }
}
