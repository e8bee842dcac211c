import type { ImportSheet } from '../../../../shared/contract/imports.ts'
import type { KeptSheet, SheetFile } from '../../../../shared/contract/internal/imports.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import { query, type Takes } from '../../../engine/query.ts'

/** As many runs as the list of the import screen shows. Our own default. */
const LISTED_RUNS = 100

const COLUMNS = [
  'uid',
  'profile_name as profileName',
  'state',
  'as_of as asOf',
  'started_at as startedAt',
  'finished_at as finishedAt',
  'staff_no as staffNo',
  'counts',
  'reject_file as rejectFile',
  'files',
  'kept_rows as keptRows',
  'error',
] as const

const RECENT = query((sql) =>
  sql.selectFrom('import_run').select(COLUMNS).orderBy('id', 'desc').limit(LISTED_RUNS),
)

const ONE = query((sql, at: Takes<{ uid: string }>) =>
  sql.selectFrom('import_run').select(COLUMNS).where('uid', '=', at.uid),
)

interface SheetRow extends Omit<ImportSheet, 'entities' | 'hasRejects'> {
  readonly counts: string
  readonly rejectFile: string | null
  readonly files: string
}

/** The reconciliation sheets of the last runs, newest first (D3). */
export function recentSheets(connection: ReadConnection): ImportSheet[] {
  return RECENT.all(connection).map(asSheet)
}

/** @throws AppError imports.notFound */
export function sheetOf(connection: ReadConnection, importUid: string): ImportSheet {
  return asSheet(rowOf(connection, importUid))
}

/**
 * The sheet with the place of its reject file, for this side of the router alone: no window is told a path.
 * @throws AppError imports.notFound
 */
export function keptSheetOf(connection: ReadConnection, importUid: string): KeptSheet {
  const row = rowOf(connection, importUid)
  // Written by `insertRun` and `keepFiles` and by nobody else.
  const kept = JSON.parse(row.files) as readonly (Omit<SheetFile, 'form'> & Partial<SheetFile>)[]
  const files = kept.map(({ name, bytes, form }) => ({ name, bytes, form: form ?? null }))
  return { ...asSheet(row), rejectFile: row.rejectFile, files }
}

function rowOf(connection: ReadConnection, importUid: string): SheetRow {
  const row = ONE.get(connection, { uid: importUid })
  if (row === undefined) throw new AppError('imports.notFound')
  return row
}

function asSheet({ counts, rejectFile, files: _, ...row }: SheetRow): ImportSheet {
  // Written by `finishRun` from `Counts.sheet()` and by nobody else.
  const entities = JSON.parse(counts) as ImportSheet['entities']
  return { ...row, entities, hasRejects: rejectFile !== null }
}
