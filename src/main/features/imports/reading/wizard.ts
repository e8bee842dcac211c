import { basename, join } from 'node:path'
import type { EntityFile, ImportProfile } from '../../../../shared/contract/import-profile.ts'
import type { ChosenHeader, DetectedFile, PreviewRow } from '../../../../shared/contract/imports.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { cellReader, DEFAULT_NULLS } from '../../../../shared/domain/imports/cell-text.ts'
import { fieldsOf } from '../../../../shared/domain/imports/import-fields.ts'
import type { ImportRow, RejectedRecord, RowProblem } from '../../../../shared/domain/imports/import-rows.ts'
import { compileFile, type MappedRecord } from './entity-rows.ts'
import type { Lookups } from './expression.ts'
import { DETECT_ALL, type Extract, openExtract } from './extract.ts'
import { titleLinesOf, topLines } from './first-lines.ts'
import { dateFormatOf } from './forms-seen.ts'
import { balanceColumnOf, type Suggestion, suggestMapping } from './header-names.ts'
import { readLookups } from './lookups.ts'
import { maskOfMapped, masksOfColumns, maskUnknownCell } from './mask-extract.ts'
import { parseImportProfile } from './parse-profile.ts'
import { narrowProfile, type PlannedFile, planImport } from './read-folder.ts'
import type { SourceRecord } from './record-splitter.ts'
import { sheetNames } from './spreadsheet-file.ts'

/** What the wizard asks of the reader, gathered for the process's start. */
export const extractReading = {
  detect: detectFile,
  preview: async (
    profile: ImportProfile,
    folder: string,
    fileName: string,
    clear: boolean,
  ): Promise<Pick<FilePreview, 'fields' | 'rows'>> => {
    const shown = await previewFile(profile, folder, fileName)
    return { fields: shown.fields, rows: clear ? shown.rows : maskedRows(shown) }
  },
  parseProfile: (text: string): ImportProfile => parseImportProfile(text),
  narrow: (profile: ImportProfile, fileNames: readonly string[]): ImportProfile =>
    narrowProfile(profile, fileNames),
}

const SAMPLE_ROWS = 20
async function firstRecords(extract: Extract): Promise<string[][]> {
  const rows: string[][] = []
  for await (const { records } of extract.records()) {
    for (const { fields } of records) rows.push([...fields])
    if (rows.length >= SAMPLE_ROWS) break
  }
  return rows.slice(0, SAMPLE_ROWS)
}

/** Names have letters; a number or an empty cell at the top means that the file starts with data. */
function looksLikeHeader(header: readonly string[]): boolean {
  const named = header.filter((name) => /\p{L}/u.test(name))
  return named.length === header.filter((name) => name !== '').length && named.length > 0
}

/** Whether the header names what a file of some entity holds. */
function isNamed(header: readonly string[]): boolean {
  return suggestMapping(header).entity !== null
}

function sampledDates(
  { entity, columns }: Suggestion,
  header: readonly string[],
  rows: string[][],
): string[] {
  if (entity === null) return []
  const specs = fieldsOf(entity)
  const dates: string[] = []
  const readCell = cellReader('code', DEFAULT_NULLS)
  for (const [field, column] of Object.entries(columns)) {
    if (specs[field]?.type !== 'date') continue
    const index = header.indexOf(column)
    for (const row of rows) dates.push(readCell(row[index] ?? ''))
  }
  return dates.filter((text) => text !== '')
}

/**
 * Looks at a file that no profile describes yet, for the wizard's first step (D1).
 * @param chosen which line is the header, where a person has said so
 * @param clear whether the reader may see what is in it; else what names a person is masked, and a line that somebody
 *   chose is only taken for the header where it has names of columns, because a header is never masked
 * @param sheet of a workbook, where a person has said which one
 * @throws AppError as `openExtract`
 */
export async function detectFile(
  path: string,
  chosen: ChosenHeader | null = null,
  clear = true,
  sheet: string | null = null,
): Promise<DetectedFile> {
  if (sheet !== null) return withTwins(path, await lookAt(path, chosen, clear, sheet))
  try {
    return await lookAt(path, chosen, clear)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'imports.severalSheets') throw error
    return withTwins(path, await firstSheet(path, chosen, clear))
  }
}

/** The first visible sheet with cells, where several are alike and the profile has to name one. */
async function firstSheet(path: string, chosen: ChosenHeader | null, clear: boolean): Promise<DetectedFile> {
  for (const name of await sheetNames(path)) {
    const found = await unlessEmpty(lookAt(path, chosen, clear, name))
    if (found !== null) return found
  }
  throw new AppError('imports.emptyFile', { file: basename(path) })
}

async function unlessEmpty<Found>(looking: Promise<Found>): Promise<Found | null> {
  try {
    return await looking
  } catch (error) {
    if (error instanceof AppError && error.code === 'imports.emptyFile') return null
    throw error
  }
}

/** Says which other sheets have the same header. */
async function withTwins(path: string, file: DetectedFile): Promise<DetectedFile> {
  const twinSheets: string[] = []
  for (const sheet of file.sheets.filter((name) => name !== file.sheet)) {
    const options = { ...DETECT_ALL, sheet, skipLines: file.titleLines }
    const other = file.hasHeader ? await unlessEmpty(openExtract(path, options)) : null
    if (other !== null && other.header.join('\t') === file.header.join('\t')) twinSheets.push(sheet)
  }
  return { ...file, twinSheets }
}

async function lookAt(
  path: string,
  chosen: ChosenHeader | null,
  clear: boolean,
  sheet?: string,
): Promise<DetectedFile> {
  const detected = { ...DETECT_ALL, ...(sheet === undefined ? {} : { sheet }) }
  const top = await topLines(path, sheet)
  const titleLines = chosen?.titleLines ?? titleLinesOf(top)
  const bare = await openExtract(path, { ...detected, skipLines: titleLines, header: false })
  const [first] = await firstRecords(bare)
  const likely = looksLikeHeader(first ?? [])
  const mayBeShown = clear || (likely && (titleLines === titleLinesOf(top) || isNamed(first ?? [])))
  const hasHeader = chosen === null ? likely : chosen.header && mayBeShown
  const extract = hasHeader ? await openExtract(path, { ...detected, skipLines: titleLines }) : bare
  const sample = await firstRecords(extract)
  const suggestion = suggestMapping(extract.header)
  const masks = clear ? [] : masksOfColumns(extract.header, suggestion.entity, suggestion.columns)
  const masked = (cells: readonly string[]) => cells.map((cell, at) => masks[at]?.(cell) ?? cell)
  const headerLine = hasHeader ? top.find(({ line }) => line > titleLines)?.line : undefined
  return {
    titleLines,
    top: clear
      ? top
      : top.map(({ line, cells }) => ({
          line,
          cells: line === headerLine ? cells : cells.map(maskUnknownCell),
        })),
    maskedColumns: extract.header.filter((_, at) => masks[at] !== undefined),
    balanceColumn: suggestion.entity === 'customers' ? balanceColumnOf(extract.header) : null,
    name: basename(path),
    sheets: extract.format === 'xlsx' ? await sheetNames(path) : [],
    sheet: extract.format === 'xlsx' ? (sheet ?? '') : '',
    twinSheets: [],
    format: extract.format,
    container: extract.container ?? '',
    encoding: extract.encoding ?? '',
    delimiter: extract.delimiter ?? '',
    header: extract.header,
    hasHeader,
    sample: sample.map(masked),
    suggestedEntity: suggestion.entity,
    suggestedColumns: suggestion.columns,
    suggestedDateFormat: dateFormatOf(sampledDates(suggestion, extract.header, sample)),
  }
}

/** As many rows as the wizard shows (D1). */
const PREVIEW_ROWS = 50

export interface FilePreview {
  /** The entry of the profile by which the file was read. */
  readonly entry: EntityFile
  readonly format: 'csv' | 'xlsx'
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly header: readonly string[]
  /** The target fields that the profile fills, in its order. */
  readonly fields: readonly string[]
  readonly rows: readonly PreviewRow[]
}

/** The rows as somebody sees them who may not see personal data in the clear (P2). */
function maskedRows({ entry, header, rows }: FilePreview): readonly PreviewRow[] {
  const masked = (row: PreviewRow) =>
    Object.entries(row.values).map(([field, text]): [string, string] => [
      field,
      maskOfMapped(entry.entity, field, entry.fields[field], header)?.(text) ?? text,
    ])
  return rows.map((row) => ({ ...row, values: Object.fromEntries(masked(row)) }))
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
    // What is said of the fields is no field.
    if (Array.isArray(value)) continue
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
  const extract = await openExtract(join(dir, fileName), profile)
  const source = { header: extract.header, file: fileName, format: extract.format }
  return {
    entry: profile,
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
 * @throws AppError imports.fileMissing when the profile does not read this file, and those of `openRows`
 */
export async function previewFile(
  profile: ImportProfile,
  dir: string,
  fileName: string,
  limit: number = PREVIEW_ROWS,
): Promise<FilePreview> {
  const plan = await planImport(profile, dir)
  const planned = plan.files.find((each) => each.fileName === fileName)
  if (!planned) throw new AppError('imports.fileMissing', { file: fileName })
  return preview(dir, planned, await readLookups(plan, dir), limit)
}
