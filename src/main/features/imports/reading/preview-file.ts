import { join } from 'node:path'
import type { EntityFile, ImportProfile } from '../../../../shared/contract/import-profile.ts'
import type { PreviewRow } from '../../../../shared/contract/imports.ts'
import type { ImportRow, RejectedRecord, RowProblem } from '../../../../shared/domain/import-rows.ts'
import { Refusal } from '../../../../shared/domain/refusal.ts'
import { compileFile, type MappedRecord } from './compile-file.ts'
import type { Extract } from './extract.ts'
import type { Lookups } from './lookups.ts'
import { openExtract } from './open-extract.ts'
import { type PlannedFile, planImport } from './plan-import.ts'
import { extractOptions, readLookups } from './read-rows.ts'
import type { SourceRecord } from './record-splitter.ts'

/** As many rows as the wizard shows (D1). */
const PREVIEW_ROWS = 50

export interface FilePreview {
  readonly format: 'csv' | 'xlsx'
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly header: readonly string[]
  /** The target fields that the profile fills, in its order. */
  readonly fields: readonly string[]
  readonly rows: readonly PreviewRow[]
}

const FEN_PER_YUAN = 100

function valueText(property: string, value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value === 'number' && property.endsWith('Fen')) return (value / FEN_PER_YUAN).toFixed(2)
  return String(value)
}

/** A row by the profile's field names, amounts in yuan. */
function valuesOf(row: ImportRow): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [property, value] of Object.entries(row)) {
    values[property.replace(/(?:Fen|Percent)$/, '')] = valueText(property, value)
  }
  return values
}

function problemsOf(problems: readonly RowProblem[]): PreviewRow['problems'] {
  return problems.map(({ field, code }) => ({ field: field ?? null, code }))
}

function mappedRow(line: number, mapped: MappedRecord<ImportRow>): PreviewRow {
  if (mapped.ok) {
    return { line, values: valuesOf(mapped.row), problems: problemsOf(mapped.warnings), accepted: true }
  }
  return { line, values: {}, problems: problemsOf(mapped.problems), accepted: false }
}

function rejectedRow(reject: RejectedRecord): PreviewRow {
  return { line: reject.line, values: {}, problems: problemsOf(reject.problems), accepted: false }
}

async function firstRows(
  extract: Extract,
  map: (record: SourceRecord) => MappedRecord<ImportRow> | null,
  limit: number,
): Promise<PreviewRow[]> {
  const rows: PreviewRow[] = []
  for await (const { records, rejects } of extract.records()) {
    for (const reject of rejects) rows.push(rejectedRow(reject))
    for (const record of records) {
      const mapped = map(record)
      if (mapped !== null) rows.push(mappedRow(record.line, mapped))
    }
    if (rows.length >= limit) break
  }
  return rows.sort((one, other) => one.line - other.line).slice(0, limit)
}

async function preview(
  dir: string,
  planned: PlannedFile<EntityFile>,
  lookups: Lookups,
  limit: number,
): Promise<FilePreview> {
  const { fileName, profile } = planned
  const extract = await openExtract(join(dir, fileName), extractOptions(profile))
  const source = { header: extract.header, file: fileName, format: extract.format }
  return {
    format: extract.format,
    encoding: extract.encoding,
    delimiter: extract.delimiter,
    header: extract.header,
    fields: Object.keys(profile.fields),
    rows: await firstRows(extract, compileFile(profile.entity, profile, source, lookups), limit),
  }
}

/**
 * Maps and cleans a file's first rows without storing anything, so that a profile can be judged before it runs (D1).
 * @throws Refusal imports.fileMissing when the profile does not read this file, and those of `openRows`
 */
export async function previewFile(
  profile: ImportProfile,
  dir: string,
  fileName: string,
  limit: number = PREVIEW_ROWS,
): Promise<FilePreview> {
  const plan = await planImport(profile, dir)
  const planned = plan.files.find((each) => each.fileName === fileName)
  if (!planned) throw new Refusal('imports.fileMissing', { file: fileName })
  return preview(dir, planned, await readLookups(plan, dir), limit)
}
