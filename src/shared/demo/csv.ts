import { IMPORT_ENTITIES, type ImportEntity } from '../domain/imports/import-fields.ts'
import type { DemoBranch } from './branch.ts'
import { type Column, EXTRACT_COLUMNS, type ExtractRows, rowsIn } from './extract-columns.ts'
import type { DemoDossier } from './rows.ts'

/** One line of one file of the extract, without its line end. */
export interface ExtractLine {
  readonly entity: ImportEntity
  readonly text: string
}

/** `customers.csv`, `accounts.csv` … */
export function extractFileName(entity: ImportEntity): string {
  return `${entity}.csv`
}

/**
 * The branch as CSV (RFC 4180, to be written as UTF-8), all files in one walk: every file's header first, then the
 * customers one by one. Nothing is kept, so a million customers take no more memory than one.
 */
export function* extractLines(branch: DemoBranch): Iterable<ExtractLine> {
  for (const entity of IMPORT_ENTITIES) yield { entity, text: headerOf(entity) }
  for (const customerRecord of branch.customerRecords()) {
    for (const entity of IMPORT_ENTITIES) {
      for (const text of recordsOf(customerRecord, entity)) yield { entity, text }
    }
  }
}

/** The lines of one file, header first, without line ends. */
export function* linesOf(branch: DemoBranch, entity: ImportEntity): Iterable<string> {
  yield headerOf(entity)
  for (const customerRecord of branch.customerRecords()) yield* recordsOf(customerRecord, entity)
}

function headerOf(entity: ImportEntity): string {
  return EXTRACT_COLUMNS[entity].map(({ heading }) => cell(heading)).join(',')
}

function recordsOf<E extends ImportEntity>(customerRecord: DemoDossier, entity: E): string[] {
  const columns: readonly Column<ExtractRows[E]>[] = EXTRACT_COLUMNS[entity]
  return rowsIn(customerRecord, entity).map((row) => columns.map(({ text }) => cell(text(row))).join(','))
}

/** Written here because a million customers make 200 million cells, and a library's options cost more than the work. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
