import { stat } from 'node:fs/promises'
import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { MERGED_CELL } from '../../../../shared/domain/imports/cell-fault.ts'
import type { RejectedRecord } from '../../../../shared/domain/imports/import-rows.ts'
import { MAX_RAW_CHARS, type OpenedFile, type RecordBatch, type SourceRecord } from './record-splitter.ts'
import { checkSheet, type MergedAreas } from './workbook/merged-areas.ts'
import { openPackage, type PackageParts } from './workbook/package-parts.ts'
import { readCellFormats, readSharedTexts } from './workbook/shared-parts.ts'
import { type SheetMeaning, type SheetRow, SheetRows } from './workbook/sheet-rows.ts'
import { readWorkbookIndex, type SheetEntry, type WorkbookIndex } from './workbook/workbook-index.ts'
import { XmlPart } from './workbook/xml-part.ts'

/** The record as the reject file shows it. */
function rawOf(fields: readonly string[]): string {
  return fields.join('\t')
}

function isFilled(field: string): boolean {
  return field !== MERGED_CELL && field.trim() !== ''
}

function hasContent(fields: readonly string[]): boolean {
  return fields.some(isFilled)
}

function lastFilled(fields: readonly string[]): number {
  return fields.findLastIndex(isFilled) + 1
}

function fitted(fields: readonly string[], width: number): readonly string[] {
  return fields.length === width ? fields : Array.from({ length: width }, (_, column) => fields[column] ?? '')
}

/** A title or header: what a merged cell covers there is blank. */
function headFields(fields: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => {
    const field = fields[column] ?? ''
    return field === MERGED_CELL ? '' : field
  })
}

/** A sheet whose part has been checked, and what its cells mean. */
interface CheckedSheet {
  readonly parts: PackageParts
  readonly part: string
  readonly meaning: Omit<SheetMeaning, 'merged'>
  readonly merged: () => MergedAreas
}

interface SheetPiece {
  readonly rows: readonly SheetRow[]
  readonly bytesRead: number
}

/** A sheet's rows in their order in the file, some at a time, so that memory stays flat. */
async function* rowsOf({ parts, part, meaning, merged }: CheckedSheet): AsyncGenerator<SheetPiece> {
  const rows = new SheetRows({ ...meaning, merged: merged() })
  const xml = new XmlPart(rows)
  let bytesRead = 0
  for await (const { bytes, at } of parts.pieces(part)) {
    parts.parse(part, () => xml.write(bytes))
    bytesRead = at
    yield { rows: rows.take(), bytesRead }
  }
  parts.parse(part, () => xml.end())
  yield { rows: rows.take(), bytesRead }
}

/** The first row with content behind the title lines, and its place among the rows. */
async function topRow(
  sheet: CheckedSheet,
  skipLines: number,
): Promise<{ readonly row: SheetRow; readonly place: number } | null> {
  let place = 0
  for await (const { rows } of rowsOf(sheet)) {
    for (const row of rows) {
      if (row.line > skipLines && hasContent(row.fields)) return { row, place }
      place++
    }
  }
  return null
}

function record(row: SheetRow, width: number): SourceRecord {
  const fields = fitted(row.fields, width)
  const raw = rawOf(fields)
  if (row.values === row.fields) return { line: row.line, fields, raw }
  return { line: row.line, fields, values: fitted(row.values, width), raw }
}

function isTooWide(fields: readonly string[], width: number): boolean {
  return fields.length > width && fields.slice(width).some(isFilled)
}

async function* batches(
  sheet: CheckedSheet,
  first: number,
  width: number | null,
): AsyncGenerator<RecordBatch> {
  let place = 0
  for await (const { rows, bytesRead } of rowsOf(sheet)) {
    const records: SourceRecord[] = []
    const rejects: RejectedRecord[] = []
    for (const row of rows) {
      if (place++ < first || !hasContent(row.fields)) continue
      if (width !== null && isTooWide(row.fields, width)) {
        const raw = rawOf(row.fields).slice(0, MAX_RAW_CHARS)
        rejects.push({ line: row.line, problems: [{ code: 'column-count' }], raw })
      } else records.push(record(row, width ?? lastFilled(row.fields)))
    }
    yield { records, rejects, bytesRead }
  }
}

function plainName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

/** The sheets that may be meant: the one of that name, else those that are seen before those that are hidden. */
function candidates(
  { sheets }: WorkbookIndex,
  wanted: string | undefined,
  file: string,
): readonly SheetEntry[] {
  if (wanted === undefined)
    return [...sheets.filter((each) => !each.hidden), ...sheets.filter((each) => each.hidden)]
  const named =
    sheets.find(({ name }) => name === wanted) ??
    sheets.find(({ name }) => plainName(name) === plainName(wanted))
  if (!named) throw new AppError('imports.unknownSheet', { file, sheet: wanted, sheets: sheets.length })
  return [named]
}

/**
 * Opens one sheet of a workbook (ECMA-376, transitional and strict): the one that is named, else the first with cells.
 * Checksum and length of every part that is used are compared before the first row is. Each row gives what people see in
 * it and, where that differs, what its numbers hold. Lines are the sheet's row numbers; hidden rows and columns count.
 * Without a header the profile's columns say how wide the sheet is, whatever its first row fills.
 * @throws AppError imports.emptyFile, imports.unknownSheet, imports.fileUnreadable with the damaged part,
 * imports.spreadsheetTooLarge
 */
export async function openSpreadsheet(
  path: string,
  options: Pick<FileProfile, 'sheet' | 'header' | 'columns' | 'skipLines'>,
): Promise<OpenedFile> {
  const parts = await openPackage(path)
  const index = await readWorkbookIndex(parts)
  const meaning = {
    texts: await readSharedTexts(parts, index.texts),
    formats: await readCellFormats(parts, index.styles),
    dateSystem: index.dateSystem,
    uncomputed: index.uncomputed,
  }
  const { size } = await stat(path)
  for (const { part } of candidates(index, options.sheet, parts.file)) {
    const sheet: CheckedSheet = { parts, part, meaning, merged: await checkSheet(parts, part) }
    const top = await topRow(sheet, options.skipLines)
    if (top === null) continue
    const { fields } = top.row
    const named = options.header ? undefined : options.columns?.length
    return {
      encoding: null,
      delimiter: null,
      bytesTotal: size,
      first: headFields(fields, named ?? lastFilled(fields)),
      records: (width) => batches(sheet, options.header ? top.place + 1 : top.place, width),
    }
  }
  throw new AppError('imports.emptyFile', { file: parts.file })
}
