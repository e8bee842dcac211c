import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import type { ImportEntity, ImportRows, RowProblem } from '../../../../shared/domain/import-rows.ts'
import { ROW_READERS } from './entity-rows.ts'
import { FieldBinder } from './field-readers.ts'
import type { Lookups } from './lookups.ts'
import { columnFinder, compileFilter } from './record-filter.ts'
import { RecordIssues } from './record-issues.ts'
import type { SourceRecord } from './record-splitter.ts'

export type MappedRecord<Row> =
  | { readonly ok: true; readonly row: Row; readonly warnings: readonly RowProblem[] }
  | { readonly ok: false; readonly problems: readonly RowProblem[] }

/** Null for a record that the profile's filters leave out. */
export type RecordMapper<Row> = (record: SourceRecord) => MappedRecord<Row> | null

const NO_WARNINGS: readonly RowProblem[] = []

/**
 * Prepares a file's mapping and cleaning once, so that a record costs function calls and nothing else (D1, D2).
 * @param header the file's columns
 * @throws Refusal imports.missingColumn, imports.profileInvalid
 */
export function compileFile<Entity extends ImportEntity>(
  entity: Entity,
  profile: EntityFile,
  source: { readonly header: readonly string[]; readonly file: string; readonly format: 'csv' | 'xlsx' },
  lookups: Lookups,
): RecordMapper<ImportRows[Entity]> {
  const columnIndex = columnFinder(source.header, source.file)
  const passes = compileFilter(profile, columnIndex)
  const read = ROW_READERS[entity](
    new FieldBinder({
      file: profile,
      columnIndex,
      lookups,
      amount: { decimal: profile.decimal, unit: profile.unit },
      isoDates: source.format === 'xlsx',
    }),
  )
  const issues = new RecordIssues()
  return ({ fields, line }) => {
    if (!passes(fields)) return null
    const row = read(fields, line, issues)
    if (!issues.found) return { ok: true, row, warnings: NO_WARNINGS }
    if (!issues.refused) return { ok: true, row, warnings: issues.take() }
    return { ok: false, problems: issues.take() }
  }
}
