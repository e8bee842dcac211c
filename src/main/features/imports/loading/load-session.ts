import type { ImportEntity } from '../../../../shared/domain/import-rows.ts'
import type { Connection } from '../../../engine/connection.ts'
import { Counts } from './counts.ts'
import type { LoadProblemCode, ReportedRecord } from './reject-file.ts'
import type { RunRecord } from './run-record.ts'
import { TouchedPeople } from './touched-people.ts'

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
  newUid(): string
  /** UTC milliseconds, read anew. */
  readClock(): number
  /** The instant of the slice at hand. */
  nowAt: number
}

export function startSession(
  given: Pick<LoadSession, 'connection' | 'run' | 'asOf' | 'source' | 'newUid' | 'readClock'>,
): LoadSession {
  return { ...given, nowAt: given.readClock(), counts: new Counts(), touched: new TouchedPeople() }
}

/** One file's rows on their way into one table. */
export interface RowWriter<Row> {
  readonly entity: ImportEntity
  /** As many rows as go into one short transaction. */
  readonly sliceRows: number
  /** @returns the problem that keeps the row out, or null when it is in */
  write(row: Row): RowProblemFound | null
}

export interface RowProblemFound {
  readonly code: LoadProblemCode
  readonly field: string
}

export function reported(line: number, raw: string, { code, field }: RowProblemFound): ReportedRecord {
  return { line, raw, problems: [{ code, field }] }
}
