import { basename } from 'node:path'
import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { byteMarksOf } from './byte-marks.ts'
import { type ByteSource, type Container, contentOf } from './file-content.ts'
import type { OpenedFile } from './opened-file.ts'
import { type RecordBatch, RecordSplitter } from './record-splitter.ts'
import { openSpreadsheet } from './spreadsheet-file.ts'
import { uniqueNames } from './text/column-names.ts'
import { type FixedOptions, fixedLayout } from './text/fixed-layout.ts'
import { type FixedLayout, FixedWidthSplitter } from './text/fixed-width.ts'
import { readStart, type TextOptions, type TextStart } from './text/start.ts'
import { type ColumnUse, columnUse, NO_COLUMNS } from './text/used-columns.ts'
import { type TextContent, textOf } from './text-content.ts'
import type { TextEncoding } from './text-decoding.ts'
import { chooseEncoding } from './text-encoding.ts'
import { withoutTrailer } from './trailer-line.ts'

/** How a file is read: the part of a file's profile that does not depend on its fields. */
export type ExtractOptions = Pick<FileProfile, 'format' | 'member' | 'trailer' | 'sheet' | 'encoding'> &
  TextOptions &
  FixedOptions

export const DETECT_ALL: ExtractOptions = {
  format: 'auto',
  encoding: 'auto',
  delimiter: 'auto',
  quote: 'auto',
  header: true,
  skipLines: 0,
}

/** A file that has been opened far enough to know its columns; its records can be read more than once. */
export interface Extract {
  readonly format: 'csv' | 'xlsx'
  /** What the table stood in, where it was unpacked. */
  readonly container: Container | null
  /** `xlsx` files have neither of these two. */
  readonly encoding: TextEncoding | null
  readonly delimiter: string | null
  readonly header: readonly string[]
  readonly bytesTotal: number
  records(signal?: AbortSignal): AsyncIterable<RecordBatch>
  /** The same records, also those with more or fewer fields than the header has names. */
  anyWidth(): AsyncIterable<RecordBatch>
}

/**
 * Opens a bank's extract, whatever its form (D1). Its bytes say what it is, not its name.
 * @throws AppError those of `contentOf`, imports.formatDiffers, and those of `textOf`, `readStart`
 * and `openSpreadsheet`; while reading, imports.cancelled when the signal is raised
 */
export async function openExtract(path: string, options: ExtractOptions | FileProfile): Promise<Extract> {
  const file = basename(path)
  const use = 'entity' in options ? columnUse(options) : NO_COLUMNS
  const content = await contentOf(path, options)
  const format = content.is === 'workbook' ? 'xlsx' : 'csv'
  const isFixed = options.format === 'fixed'
  if (options.format !== 'auto' && (isFixed ? 'csv' : options.format) !== format) {
    throw new AppError('imports.formatDiffers', { file, format })
  }
  const container = content.is === 'text' ? content.source.container : null
  const opened = await (content.is === 'workbook'
    ? openSpreadsheet(path, options, use)
    : isFixed
      ? openFixed(content.source, options, file)
      : openText(content.source, options, use, file))
  const { encoding, delimiter, bytesTotal, first } = opened
  const isNamed = options.header || isFixed
  const header = isNamed ? uniqueNames(first) : namedColumns(options.columns, first.length)
  const batches = () => withoutTrailer(opened.records(header.length), options.trailer)
  const records = (signal?: AbortSignal) => untilCancelled(batches(), signal)
  const anyWidth = () => opened.records(null)
  return { format, container, encoding, delimiter, header, bytesTotal, records, anyWidth }
}

/**
 * What `openExtract` threw, forgiven where the file may have nothing to say: the unload of a table without rows has no
 * bytes, and not even a header.
 * @returns null for an empty file that the profile calls optional
 * @throws the error itself otherwise
 */
export function nothingIn(error: unknown, { optional }: Pick<FileProfile, 'optional'>): null {
  if (optional && error instanceof AppError && error.code === 'imports.emptyFile') return null
  throw error
}

async function* untilCancelled(
  batches: AsyncIterable<RecordBatch>,
  signal: AbortSignal | undefined,
): AsyncGenerator<RecordBatch> {
  for await (const batch of batches) {
    refuseWhenCancelled(signal)
    yield batch
  }
}

/** Stops between two pieces of work once the import has been called off. */
export function refuseWhenCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('imports.cancelled')
}

/** The columns of a file without a header: the profile's names, or numbers from 1. */
function namedColumns(given: readonly string[] | undefined, width: number): readonly string[] {
  return given ?? Array.from({ length: width }, (_, index) => String(index + 1))
}

/** Opens a delimited text file: finds its encoding, line ends, delimiter and first record. */
async function openText(
  source: ByteSource,
  options: ExtractOptions,
  use: ColumnUse,
  file: string,
): Promise<OpenedFile> {
  const text = await textOf(source, options.encoding, file)
  const { encoding } = text
  let decoded: readonly string[] | null = null
  const samples = () => (decoded ??= text.samples())
  const start = readStart(text.start, options, use, { file, halfCharacters: encoding === 'gb18030', samples })
  return {
    encoding,
    delimiter: start.dialect.delimiter,
    bytesTotal: source.bytesTotal,
    first: start.first,
    records: (width) => readRecords(text, start, width),
  }
}

/** Opens a file whose columns stand at places, counted in bytes. */
async function openFixed(source: ByteSource, options: ExtractOptions, file: string): Promise<OpenedFile> {
  const blocks = await source.sample()
  const encoding = chooseEncoding(blocks, options.encoding, file)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    throw new AppError('imports.unsupportedEncoding', { file, encoding })
  }
  const block = blocks[0] ?? Buffer.alloc(0)
  const markBytes = byteMarksOf(block).length
  const layout = fixedLayout(options, block.subarray(markBytes), encoding, file)
  return {
    encoding,
    delimiter: null,
    bytesTotal: source.bytesTotal,
    first: layout.fields.map(({ column }) => column),
    records: () => readFixedRecords(source, layout, markBytes),
  }
}

/** Drops the header's characters from the first chunks. */
function skipper(count: number): (text: string) => string {
  let left = count
  return (text) => {
    const dropped = Math.min(left, text.length)
    left -= dropped
    return dropped === 0 ? text : text.slice(dropped)
  }
}

async function* readRecords(
  text: TextContent,
  start: TextStart,
  width: number | null,
): AsyncGenerator<RecordBatch> {
  const splitter = new RecordSplitter(
    start.dialect,
    width,
    start.line,
    width === null ? null : start.furniture,
  )
  const withoutHeader = skipper(start.skippedChars)
  for await (const piece of text.pieces()) {
    splitter.push(withoutHeader(piece.text), piece.last)
    yield { ...splitter.drain(), bytesRead: piece.at }
  }
}

async function* readFixedRecords(
  source: ByteSource,
  layout: FixedLayout,
  markBytes: number,
): AsyncGenerator<RecordBatch> {
  const splitter = new FixedWidthSplitter(layout)
  let marks = markBytes
  let bytesRead = 0
  for await (const { bytes, at } of source.pieces()) {
    const skipped = Math.min(marks, bytes.length)
    marks -= skipped
    bytesRead = at
    splitter.push(bytes.subarray(skipped), false)
    yield { ...splitter.drain(), bytesRead }
  }
  splitter.push(Buffer.alloc(0), true)
  yield { ...splitter.drain(), bytesRead }
}
