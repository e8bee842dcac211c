import type { RecordFault } from '../../../shared/contract/imports.ts'
import { AppError, type ErrorDetail } from '../../../shared/domain/branch/app-error.ts'
import type { Connection, ReadConnection } from '../../engine/connection.ts'
import { integer, type RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'

const { import_run } = TABLES

/** The row of `import_run` that a piece of work belongs to. */
export interface RunRecord {
  readonly id: number
  readonly uid: string
}

/** What the run of a customer who was entered is called. */
export const ENTERED_BY_HAND = '手工录入'

export interface NewRun {
  readonly uid: string
  readonly profileName: string
  readonly asOf: string
  readonly staffNo: string
  readonly nowAt: number
  /** The files that it reads; left out for what is entered by hand. */
  readonly source?: RunSource
}

/** What a run reads, in its record. */
export interface RunSource {
  readonly files: readonly object[]
  /** One digest over all of it. */
  readonly digest: string
}

const INSERT_RUN = write(
  `INSERT INTO import_run (uid, profile_name, state, activity, as_of, staff_no, started_at, owner_process, heartbeat_at,
     files, source_digest)
   VALUES (?, ?, 'running', 'loading', ?, ?, ?, ?, ?, ?, ?)`,
)

const SAME_SOURCE = read(
  { uid: import_run.uid, asOf: import_run.as_of },
  `SELECT uid, as_of AS asOf FROM import_run WHERE source_digest = ? AND state = 'done' ORDER BY id DESC LIMIT 1`,
)

/**
 * @param digest over the files that are to be read
 * @throws AppError imports.sameNight when a run that is done read exactly these
 */
export function refuseSameNight(connection: ReadConnection, digest: string): void {
  const earlier = SAME_SOURCE.get(connection, digest)
  if (earlier !== undefined) {
    throw new AppError('imports.sameNight', { importUid: earlier.uid, asOf: earlier.asOf })
  }
}

/**
 * Takes the one place there is for a run, whichever process asks.
 * @throws AppError imports.alreadyRunning
 */
export function insertRun(connection: Connection, run: NewRun): RunRecord {
  refuseWhileTaken(connection)
  const { uid, profileName, asOf, staffNo, nowAt, source } = run
  const files = JSON.stringify(source?.files ?? [])
  const digest = source?.digest ?? null
  const owner = process.pid
  const values = [uid, profileName, asOf, staffNo, nowAt, owner, nowAt, files, digest] as const
  const { lastId } = INSERT_RUN.run(connection, ...values)
  return { id: lastId, uid }
}

const RUN_AT_THE_PLACE = read({ found: integer }, `SELECT 1 AS found FROM import_run WHERE state = 'running'`)

/**
 * The unique index would refuse a second run too; asking first gives the refusal its name, and before any file is opened.
 * @throws AppError imports.alreadyRunning
 */
export function refuseWhileTaken(connection: ReadConnection): void {
  if (RUN_AT_THE_PLACE.get(connection) !== undefined) throw new AppError('imports.alreadyRunning')
}

const BEAT = write(
  `UPDATE import_run SET heartbeat_at = ?, reject_file = coalesce(?, reject_file)
   WHERE id = ? AND state = 'running' AND owner_process = ?`,
)

/**
 * Says that the owner is alive; part of every transaction of a run, so that a run that somebody else took back after a
 * long silence cannot go on writing.
 * @throws AppError imports.interrupted
 */
export function beat(connection: Connection, run: RunRecord, nowAt: number, rejectFile: string | null): void {
  const { changes } = BEAT.run(connection, nowAt, rejectFile, run.id, process.pid)
  if (changes === 0) throw new AppError('imports.interrupted')
}

const START_UNDOING = write(
  `UPDATE import_run SET state = 'running', activity = 'undoing', owner_process = ?, heartbeat_at = ?, kept_rows = ?
   WHERE id = ? AND state = ?`,
)

/**
 * From now on rows are taken back. A run that was done takes the one place again.
 * @param keptRows all rows that the run added; those that go are counted off as they go (`countOff`)
 * @throws AppError imports.notUndoable when a run to be undone is not done, imports.alreadyRunning
 */
export function startUndoing(
  connection: Connection,
  run: RunRecord,
  from: 'running' | 'done',
  { nowAt, keptRows }: { readonly nowAt: number; readonly keptRows: number },
): void {
  if (from === 'done') refuseWhileTaken(connection)
  const { changes } = START_UNDOING.run(connection, process.pid, nowAt, keptRows, run.id, from)
  if (changes === 0) throw new AppError('imports.notUndoable', { state: stateOf(connection, run) })
}

const STATE_OF_RUN = read({ state: import_run.state }, 'SELECT state FROM import_run WHERE id = ?')

function stateOf(connection: ReadConnection, { id }: RunRecord): string {
  return STATE_OF_RUN.get(connection, id)?.state ?? ''
}

const COUNT_OFF = write('UPDATE import_run SET kept_rows = kept_rows - ? WHERE id = ?')

/** Keeps the number of rows that stay true even if the take-back is killed and started again. */
export function countOff(connection: Connection, run: RunRecord, rows: number): void {
  if (rows !== 0) COUNT_OFF.run(connection, rows, run.id)
}

export interface RunEnd {
  readonly state: 'done' | 'cancelled' | 'failed' | 'undone'
  readonly nowAt: number
  readonly error?: string
  /** What the error's sentence names. */
  readonly errorDetail?: ErrorDetail
  /** What was wrong with records. */
  readonly faults?: readonly RecordFault[]
  readonly keptRows?: number
  readonly counts?: object
}

const FINISH_RUN = write(
  `UPDATE import_run SET state = ?, activity = NULL, finished_at = coalesce(finished_at, ?), error = ?,
     kept_rows = coalesce(?, kept_rows), counts = coalesce(?, counts), problems = coalesce(?, problems),
     error_detail = ?
   WHERE id = ?`,
)

const KEEP_FILES = write('UPDATE import_run SET files = ? WHERE id = ?')

/** Says what was read, now that it is known what each file is. */
export function keepFiles(connection: Connection, { id }: RunRecord, files: readonly object[]): void {
  KEEP_FILES.run(connection, JSON.stringify(files), id)
}

const KEEP_REJECT_FILE = write('UPDATE import_run SET reject_file = ? WHERE id = ?')

/** Says where the records that could not be used are kept. */
export function keepRejectFile(connection: Connection, { id }: RunRecord, path: string): void {
  KEEP_REJECT_FILE.run(connection, path, id)
}

/** Gives the place free. What the end does not mention stays as it is; the first end's time is kept. */
export function finishRun(connection: Connection, run: RunRecord, end: RunEnd): void {
  FINISH_RUN.run(
    connection,
    end.state,
    end.nowAt,
    end.error ?? null,
    end.keptRows ?? null,
    end.counts === undefined ? null : JSON.stringify(end.counts),
    end.faults === undefined ? null : JSON.stringify(end.faults),
    JSON.stringify(end.errorDetail ?? {}),
    run.id,
  )
}

const REJECT_FILE_OF_RUN = read(
  { path: import_run.reject_file },
  'SELECT reject_file AS path FROM import_run WHERE id = ?',
)

const FORGET_REJECT_FILE = write('UPDATE import_run SET reject_file = NULL WHERE id = ?')

/** The reject file of a run that never happened is nobody's; the caller removes it. */
export function forgetRejectFile(connection: Connection, run: RunRecord): string | null {
  const row = REJECT_FILE_OF_RUN.get(connection, run.id)
  FORGET_REJECT_FILE.run(connection, run.id)
  return row?.path ?? null
}

const UNFINISHED_RUN = {
  id: import_run.id,
  uid: import_run.uid,
  /** The table's CHECK gives every running one an activity; without one it would be taken back as a load. */
  activity: import_run.activity,
  /** Null for a run that was never done: what is being taken back is a cancelled or failed one. */
  finishedAt: import_run.finished_at,
  ownerProcess: import_run.owner_process,
  heartbeatAt: import_run.heartbeat_at,
}

export type UnfinishedRun = RowOf<typeof UNFINISHED_RUN>

const THE_UNFINISHED_RUN = read(
  UNFINISHED_RUN,
  `SELECT id, uid, activity, finished_at AS finishedAt, owner_process AS ownerProcess, heartbeat_at AS heartbeatAt
   FROM import_run WHERE state = 'running'`,
)

/** The run that holds the place, if there is one. */
export function unfinishedRun(connection: ReadConnection): UnfinishedRun | undefined {
  return THE_UNFINISHED_RUN.get(connection)
}

const REJECT_FILES = read(
  { path: import_run.reject_file },
  'SELECT reject_file AS path FROM import_run WHERE id IN (SELECT value FROM json_each(?))',
)

const FORGET_REJECT_FILES = write(
  'UPDATE import_run SET reject_file = NULL WHERE id IN (SELECT value FROM json_each(?))',
)

/**
 * The reject files of runs are no more; the caller removes them.
 * @param ids numbers of runs as a JSON array
 * @returns their paths
 */
export function forgetRejectFiles(connection: Connection, ids: string): string[] {
  const paths = REJECT_FILES.all(connection, ids).flatMap(({ path }) => (path === null ? [] : [path]))
  FORGET_REJECT_FILES.run(connection, ids)
  return paths
}
