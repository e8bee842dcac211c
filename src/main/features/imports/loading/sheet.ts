import type { EntityCounts, ImportReport, ImportSheet } from '../../../../shared/contract/imports.ts'
import type { KeptSheet, SheetFile } from '../../../../shared/contract/internal/imports.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { columnChanges, type FilledFields } from '../../../../shared/domain/imports/column-change.ts'
import type { ImportEntity } from '../../../../shared/domain/imports/import-rows.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import { query, type Takes } from '../../../engine/query.ts'
import type { KeptCounts } from './filled-columns.ts'

/** As many runs as the list of the import screen shows. Our own default. */
const LISTED_RUNS = 100

const COLUMNS = [
  'id',
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
  'error_detail as errorDetail',
  'problems as faults',
] as const

const RECENT = query((sql) =>
  sql.selectFrom('import_run').select(COLUMNS).orderBy('id', 'desc').limit(LISTED_RUNS),
)

const ONE = query((sql, at: Takes<{ uid: string }>) =>
  sql.selectFrom('import_run').select(COLUMNS).where('uid', '=', at.uid),
)

const BEFORE = query((sql, at: Takes<{ profileName: string; id: number }>) =>
  sql
    .selectFrom('import_run')
    .select(['as_of as asOf', 'counts'])
    .where('profile_name', '=', at.profileName)
    .where('state', '=', 'done')
    .where('id', '<', at.id)
    .orderBy('id', 'desc')
    .limit(1),
)

interface SheetRow extends Omit<ImportSheet, 'entities' | 'hasRejects' | 'errorDetail' | 'faults'> {
  readonly id: number
  readonly errorDetail: string
  readonly faults: string
  readonly counts: string
  readonly rejectFile: string | null
  readonly files: string
}

/** The reconciliation sheets of the last runs, newest first (D3). */
export function recentSheets(connection: ReadConnection): ImportSheet[] {
  return RECENT.all(connection).map(asSheet)
}

/** @throws AppError imports.notFound */
export function sheetOf(connection: ReadConnection, importUid: string): ImportReport {
  return asReport(connection, rowOf(connection, importUid))
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
  return { ...asReport(connection, row), rejectFile: row.rejectFile, files }
}

function rowOf(connection: ReadConnection, importUid: string): SheetRow {
  const row = ONE.get(connection, { uid: importUid })
  if (row === undefined) throw new AppError('imports.notFound')
  return row
}

/** The sheet with what its columns had before. */
function asReport(connection: ReadConnection, row: SheetRow): ImportReport {
  const before = BEFORE.get(connection, row)
  const columns = before === undefined ? [] : columnChanges(fieldsOf(before.counts), fieldsOf(row.counts))
  return { ...asSheet(row), comparedWith: columns.length === 0 ? null : (before?.asOf ?? null), columns }
}

function asSheet({
  id: _id,
  counts,
  rejectFile,
  files: _,
  errorDetail,
  faults,
  ...row
}: SheetRow): ImportSheet {
  return {
    ...row,
    entities: entitiesOf(counts),
    // Written by `finishRun` and by nobody else, as is the next.
    errorDetail: JSON.parse(errorDetail) as ImportSheet['errorDetail'],
    faults: JSON.parse(faults) as ImportSheet['faults'],
    hasRejects: rejectFile !== null,
  }
}

/** What `Counts.sheet()` may have left out when an older version wrote it. */
const NOT_COUNTED: Pick<EntityCounts, 'skipped' | 'repeated' | 'lines'> = {
  skipped: 0,
  repeated: 0,
  lines: null,
}

type Entities = Readonly<Partial<Record<ImportEntity, KeptCounts>>>

/** Of each entity the fields that were read; none where nobody counted them. */
function fieldsOf(counts: string): FilledFields {
  // As above.
  const entities = JSON.parse(counts) as Entities
  return Object.fromEntries(
    Object.entries(entities).flatMap(([entity, { fields }]) =>
      fields === undefined ? [] : [[entity, fields]],
    ),
  )
}

function entitiesOf(counts: string): ImportSheet['entities'] {
  // Written by `finishRun` from `Counts.sheet()` and by nobody else.
  const entities = JSON.parse(counts) as Entities
  return Object.fromEntries(
    Object.entries(entities).map(([entity, { fields: _, ...found }]) => [
      entity,
      { ...NOT_COUNTED, ...found },
    ]),
  )
}
