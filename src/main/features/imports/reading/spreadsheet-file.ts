import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import readWorkbook, { type CellValue, type Row } from 'read-excel-file/node'
import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import type { RejectedRecord } from '../../../../shared/domain/imports/import-rows.ts'
import { MAX_RAW_CHARS, type OpenedFile, type RecordBatch, type SourceRecord } from './record-splitter.ts'
import { unpackedBytes } from './workbook-size.ts'

/**
 * The reader holds the whole workbook, about ten times its unpacked size; this is room for some 800,000 rows of six
 * columns. A larger extract belongs into a CSV file, which is read in pieces. Ours.
 */
export const MAX_UNPACKED_BYTES = 268_435_456
const BYTES_PER_MIB = 1_048_576
const ROWS_PER_BATCH = 2_000
/** As many digits as the spreadsheet itself shows; 18.9 is stored as 18.899999999999999. */
const SHOWN_DIGITS = 15
/** From here on the sheet has rounded: the number is given in the rounded form that it shows. */
const ROUNDED_FROM = 1e15
const MIDNIGHT = 'T00:00:00.000Z'
const MS_DIGITS = 19

type Cell = CellValue | null

/** A cell as the text that a delimited extract would have had. Dates come as `YYYY-MM-DD`, with the time if any. */
function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return numberText(Number(cell.toPrecision(SHOWN_DIGITS)))
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'string') return cell
  // The reader's types name the constructor where it hands out a date.
  const date: unknown = cell
  if (!(date instanceof Date)) return String(cell)
  const iso = date.toISOString()
  return iso.endsWith(MIDNIGHT) ? iso.slice(0, -MIDNIGHT.length) : iso.slice(0, MS_DIGITS).replace('T', ' ')
}

function numberText(shown: number): string {
  return Math.abs(shown) < ROUNDED_FROM ? String(shown) : shown.toExponential().toUpperCase()
}

function rowText(row: Row): string[] {
  return row.map(cellText)
}

/** The record as the reject file shows it. */
function rawOf(fields: readonly string[]): string {
  return fields.join('\t')
}

function hasContent(fields: readonly string[]): boolean {
  return fields.some((field) => field.trim() !== '')
}

async function readRows(path: string, wanted: string | undefined, file: string): Promise<string[][]> {
  const bytes = await unpackedBytes(path)
  if (bytes === null) throw new AppError('imports.fileUnreadable', { file })
  if (bytes > MAX_UNPACKED_BYTES) {
    throw new AppError('imports.spreadsheetTooLarge', { file, limitMiB: MAX_UNPACKED_BYTES / BYTES_PER_MIB })
  }
  const sheets = await readWorkbook(path, { trim: false }).catch(() => {
    // the library's own message may quote a cell
    throw new AppError('imports.fileUnreadable', { file })
  })
  const found = wanted === undefined ? sheets[0] : sheets.find((each) => each.sheet === wanted)
  if (!found) throw new AppError('imports.unknownSheet', { file, sheet: wanted ?? '', sheets: sheets.length })
  return found.data.map(rowText)
}

async function* batches(
  rows: readonly string[][],
  first: number,
  width: number | null,
  bytesTotal: number,
): AsyncGenerator<RecordBatch> {
  for (let at = first; at < rows.length; at += ROWS_PER_BATCH) {
    const records: SourceRecord[] = []
    const rejects: RejectedRecord[] = []
    const end = Math.min(at + ROWS_PER_BATCH, rows.length)
    for (let index = at; index < end; index++) {
      const fields = rows[index] ?? []
      if (!hasContent(fields)) continue
      const line = index + 1
      if (width !== null && fields.slice(width).some((field) => field !== '')) {
        rejects.push({
          line,
          problems: [{ code: 'column-count' }],
          raw: rawOf(fields).slice(0, MAX_RAW_CHARS),
        })
        continue
      }
      const cells = fitted(fields, width ?? lastFilled(fields))
      records.push({ line, fields: cells, raw: rawOf(cells) })
    }
    yield { records, rejects, bytesRead: Math.round((bytesTotal * end) / rows.length) }
  }
}

/**
 * Opens one sheet of a workbook through read-excel-file, the one reader of the format in the registry that is released
 * every month, has no install scripts, and gives dates as dates; the better known ones have not been released for
 * years. It does not stream, hence the limit above. Lines are the sheet's row numbers.
 * Without a header the profile's columns say how wide the sheet is, whatever its first row fills.
 * @throws AppError imports.emptyFile, imports.unknownSheet, imports.fileUnreadable, imports.spreadsheetTooLarge
 */
export async function openSpreadsheet(
  path: string,
  options: Pick<FileProfile, 'sheet' | 'header' | 'columns' | 'skipLines'>,
): Promise<OpenedFile> {
  const file = basename(path)
  const rows = await readRows(path, options.sheet, file)
  const { size } = await stat(path)
  const top = rows.findIndex((fields, index) => index >= options.skipLines && hasContent(fields))
  const first = rows[top]
  if (!first) throw new AppError('imports.emptyFile', { file })
  const named = options.header ? undefined : options.columns?.length
  const start = options.header ? top + 1 : top
  return {
    encoding: null,
    delimiter: null,
    bytesTotal: size,
    first: fitted(first, named ?? lastFilled(first)),
    records: (width) => batches(rows, start, width, size),
  }
}

function lastFilled(fields: readonly string[]): number {
  return fields.findLastIndex((field) => field.trim() !== '') + 1
}

function fitted(fields: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => fields[column] ?? '')
}
