import { stat } from 'node:fs/promises'
import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { MERGED_CELL } from '../../../../shared/domain/imports/cell-fault.ts'
import type { RejectedRecord } from '../../../../shared/domain/imports/import-rows.ts'
import { BETWEEN_NAMES } from './names-told.ts'
import type { OpenedFile } from './opened-file.ts'
import { MAX_RAW_CHARS, type RecordBatch, type SourceRecord } from './record-splitter.ts'
import { namedBy, RECORDS_TO_SEARCH } from './text/header-record.ts'
import { type ColumnUse, NO_COLUMNS } from './text/used-columns.ts'
import { checkSheet, MergedAreas } from './workbook/merged-areas.ts'
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

/**
 * A title or header: what a merged cell covers is blank there.
 * @param above the names over a header of several lines, which a cell merged downwards keeps
 */
function headFields(fields: readonly string[], width: number, above: readonly string[] = []): string[] {
  return Array.from({ length: width }, (_, column) => {
    const field = fields[column] ?? ''
    return field === MERGED_CELL ? (above[column] ?? '') : field
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

/** Where a sheet's table begins. */
interface TopRow {
  readonly row: SheetRow
  /** Its place among the rows. */
  readonly place: number
  /** The nearest text over each column, in the title lines. */
  readonly above: readonly string[]
}

/**
 * The first row with content behind the title lines, or where columns are asked for the first one that names the most of
 * them, whatever number of titles stands above it.
 */
async function topRow(
  sheet: CheckedSheet,
  skipLines: number,
  uses: readonly string[] = [],
): Promise<TopRow | null> {
  const above: string[] = []
  let place = 0
  let searched = 0
  let best: (TopRow & { readonly named: number }) | null = null
  for await (const { rows } of rowsOf(sheet)) {
    for (const row of rows) {
      if (row.line > skipLines && hasContent(row.fields)) {
        const named = namedBy(headFields(row.fields, lastFilled(row.fields), above), uses)
        if (best === null || named > best.named) best = { row, place, above: [...above], named }
        if (named === uses.length || ++searched === RECORDS_TO_SEARCH) return best
      }
      row.fields.forEach((field, column) => {
        if (isFilled(field)) above[column] = field
      })
      place++
    }
  }
  return best
}

/** The header; where it is not behind the title lines that somebody counted, it is looked for in the whole beginning. */
async function headRow(
  sheet: CheckedSheet,
  skipLines: number,
  uses: readonly string[],
): Promise<TopRow | null> {
  const top = await topRow(sheet, skipLines, uses)
  if (skipLines === 0 || uses.length === 0) return top
  const named = top === null ? -1 : namedBy(top.row.fields, uses)
  if (named === uses.length) return top
  const higher = await topRow(sheet, 0, uses)
  return higher !== null && namedBy(higher.row.fields, uses) > named ? higher : top
}

const NO_MERGES = () => new MergedAreas([])

/**
 * The first of other visible sheets that has the same columns and rows of its own: programs go on in another sheet where one
 * is full, and it would be left out unseen.
 */
async function twinOf(
  sheet: CheckedSheet,
  first: readonly string[],
  others: readonly SheetEntry[],
  skipLines: number,
  uses: readonly string[],
): Promise<SheetEntry | null> {
  for (const other of others) {
    if (other.hidden) continue
    const twin: CheckedSheet = { ...sheet, part: other.part, merged: NO_MERGES }
    const top = await headRow(twin, skipLines, uses)
    if (top === null || headFields(top.row.fields, first.length).join('\t') !== first.join('\t')) continue
    if ((await topRow(twin, top.row.line)) !== null) return other
  }
  return null
}

function twinSheets(file: string, names: readonly string[]): AppError {
  return new AppError('imports.severalSheets', { file, sheets: names.join(BETWEEN_NAMES) })
}

function record(row: SheetRow, width: number | null): SourceRecord {
  // of any width: somebody is looking for the header
  const fields = width === null ? headFields(row.fields, lastFilled(row.fields)) : fitted(row.fields, width)
  const raw = rawOf(fields)
  if (row.values === row.fields) return { line: row.line, fields, raw }
  return { line: row.line, fields, values: fitted(row.values, fields.length), raw }
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
      } else records.push(record(row, width))
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
 * The names of a workbook's sheets that a person sees, in their order.
 * @throws AppError as `openSpreadsheet`
 */
export async function sheetNames(path: string): Promise<readonly string[]> {
  const { sheets } = await readWorkbookIndex(await openPackage(path))
  return sheets.filter(({ hidden }) => !hidden).map(({ name }) => name)
}

/**
 * Opens one sheet of a workbook (ECMA-376, transitional and strict): the one that is named, else the first with cells.
 * Checksum and length of every part that is used are compared before the first row is. Each row gives what people see in
 * it and, where that differs, what its numbers hold. Lines are the sheet's row numbers; hidden rows and columns count.
 * Without a header the profile's columns say how wide the sheet is, whatever its first row fills.
 * @throws AppError imports.emptyFile, imports.unknownSheet, imports.severalSheets, imports.fileUnreadable with the damaged
 * part, imports.spreadsheetTooLarge
 */
export async function openSpreadsheet(
  path: string,
  options: Pick<FileProfile, 'sheet' | 'header' | 'columns' | 'skipLines'>,
  use: ColumnUse = NO_COLUMNS,
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
  const sheets = candidates(index, options.sheet, parts.file)
  const uses = options.header ? use.uses : []
  for (const [at, entry] of sheets.entries()) {
    const { part } = entry
    const sheet: CheckedSheet = { parts, part, meaning, merged: await checkSheet(parts, part) }
    const top = await headRow(sheet, options.skipLines, uses)
    if (top === null) continue
    const named = options.header ? undefined : options.columns?.length
    const first = headFields(top.row.fields, named ?? lastFilled(top.row.fields), top.above)
    if (options.header && !entry.hidden) {
      const twin = await twinOf(sheet, first, sheets.slice(at + 1), options.skipLines, uses)
      if (twin !== null) throw twinSheets(parts.file, [entry.name, twin.name])
    }
    return {
      encoding: null,
      delimiter: null,
      bytesTotal: size,
      first,
      records: (width) => batches(sheet, options.header ? top.place + 1 : top.place, width),
    }
  }
  throw new AppError('imports.emptyFile', { file: parts.file })
}
