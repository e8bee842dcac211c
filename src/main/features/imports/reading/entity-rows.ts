import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import { DEFAULT_NULLS } from '../../../../shared/domain/imports/cell-text.ts'
import type { ImportEntity, ImportRows, RowProblem } from '../../../../shared/domain/imports/import-rows.ts'
import { unreadFields } from '../../../../shared/domain/imports/unread-fields.ts'
import { columnFinder, compileFilter, compileFilterFault, type Lookups } from './expression.ts'
import { FieldBinder, HeldValues } from './field-readers.ts'
import { RecordIssues } from './record-issues.ts'
import type { SourceRecord } from './record-splitter.ts'
import { given, ROW_READERS, type RowReader } from './row-readers.ts'
import { hasUnclearEscape } from './text/escapes.ts'
import { damageIn } from './text/field-damage.ts'

export type MappedRecord<Row> =
  | { readonly ok: true; readonly row: Row; readonly warnings: readonly RowProblem[] }
  | { readonly ok: false; readonly problems: readonly RowProblem[] }

/** Null for a record that the profile's filters leave out. */
export type RecordMapper<Row> = (record: SourceRecord) => MappedRecord<Row> | null

const NO_WARNINGS: readonly RowProblem[] = []

interface FileSource {
  readonly header: readonly string[]
  readonly file: string
  readonly format: 'csv' | 'xlsx'
  /** The branch's day, which no birth can follow; births are not compared with it where it is left out. */
  readonly todayOn?: string
}

/**
 * Prepares a file's mapping and cleaning once, so that a record costs function calls and nothing else (D1, D2).
 * @param header the file's columns
 * @throws AppError imports.missingColumn, imports.profileInvalid
 */
export function compileFile<Entity extends ImportEntity>(
  entity: Entity,
  profile: EntityFile,
  source: FileSource,
  lookups: Lookups,
): RecordMapper<ImportRows[Entity]> {
  const columnIndex = columnFinder(source.header, source.file)
  const passes = compileFilter(profile, columnIndex)
  const unreadable = compileFilterFault(profile, columnIndex)
  const held = source.format === 'xlsx' ? new HeldValues() : null
  const place = { line: 0 }
  const context = {
    file: profile,
    columnIndex,
    lookups,
    place,
    amount: {
      decimal: profile.decimal,
      unit: profile.unit,
      signMarks: profile.signMarks,
      residue: held !== null,
    },
    cells: { kind: 'code', nulls: profile.nulls ? new Set(profile.nulls) : DEFAULT_NULLS },
    held,
  } as const
  const doubt = { damaged: false, delimiter: '' }
  const readWhole = ROW_READERS[entity](new FieldBinder({ ...context, doubt: null }), source.todayOn)
  let readDoubtful: RowReader<ImportRows[Entity]> | null = null
  /** Few files hold a doubtful record, so what reads it is made for the first one. */
  const doubtfulReader = () => {
    readDoubtful ??= ROW_READERS[entity](new FieldBinder({ ...context, doubt }), source.todayOn)
    return readDoubtful
  }
  const filters = [...Object.keys(profile.where), ...Object.keys(profile.unless)].map(columnIndex)
  const issues = new RecordIssues()
  return (record) => {
    const { fields, values, line, damaged, unclear } = record
    const fault = unreadable(fields)
    if (fault !== null) return { ok: false, problems: [fault] }
    if (damaged === true && filters.some((at) => damageIn(fields[at] ?? '') !== null)) {
      return { ok: false, problems: [{ code: 'undecodable' }] }
    }
    if (unclear !== undefined && filters.some((at) => hasUnclearEscape(fields[at] ?? '', unclear, true))) {
      return { ok: false, problems: [{ code: 'escape-unclear' }] }
    }
    if (!passes(fields)) return null
    const isDoubtful = damaged === true || unclear !== undefined
    if (isDoubtful) {
      doubt.damaged = damaged === true
      doubt.delimiter = unclear ?? ''
    }
    if (held !== null) held.row = values ?? fields
    place.line = line
    const row = readOrRefuse(isDoubtful ? doubtfulReader() : readWhole, record, issues)
    if (!issues.found) return { ok: true, row, warnings: NO_WARNINGS }
    const kept = issues.takeKept()
    if (!issues.refused) return flagged(row, issues.take(), kept)
    return { ok: false, problems: issues.take() }
  }
}

/**
 * No cell ends a run: what cleaning code does not expect refuses the one record. Its message is dropped, as it may quote
 * the cell.
 */
function readOrRefuse<Row>(
  read: RowReader<Row>,
  { fields, line }: Pick<SourceRecord, 'fields' | 'line'>,
  issues: RecordIssues,
): Row {
  try {
    return read(fields, line, issues)
  } catch {
    issues.refuse('row-failed', '', '')
    return given<Row>(null)
  }
}

/** A record that enters, with what could not be read of it. */
function flagged<Row extends ImportRows[ImportEntity]>(
  row: Row,
  warnings: readonly RowProblem[],
  kept: readonly string[],
): MappedRecord<Row> {
  const unread = [...unreadFields(warnings), ...kept]
  return { ok: true, row: unread.length === 0 ? row : { ...row, unread }, warnings }
}
