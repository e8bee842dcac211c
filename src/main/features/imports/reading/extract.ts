import { basename } from 'node:path'
import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import { AppError, type ErrorCode } from '../../../../shared/domain/branch/app-error.ts'
import type { RowProblemCode } from '../../../../shared/domain/imports/import-rows.ts'
import { type ByteSource, type Container, contentOf } from './file-content.ts'
import {
  type Dialect,
  detectDelimiter,
  detectNewline,
  type OpenedFile,
  type RecordBatch,
  RecordSplitter,
  type SourceRecord,
} from './record-splitter.ts'
import { openSpreadsheet } from './spreadsheet-file.ts'
import { type TextContent, textOf } from './text-content.ts'
import type { TextEncoding } from './text-decoding.ts'

/** Room for a thousand columns; beyond it the first line is no header. Our own default. */
const MAX_HEADER_CHARS = 65_536

/** How a file is read: the part of a file's profile that does not depend on its fields. */
export type ExtractOptions = Pick<
  FileProfile,
  | 'format'
  | 'member'
  | 'trailer'
  | 'sheet'
  | 'encoding'
  | 'delimiter'
  | 'quote'
  | 'header'
  | 'columns'
  | 'skipLines'
>

export const DETECT_ALL: ExtractOptions = {
  format: 'auto',
  encoding: 'auto',
  delimiter: 'auto',
  quote: '"',
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
 * Opens a bank's extract, whatever its form (D1): what it is tell its bytes, not its name.
 * @throws AppError those of `contentOf`, imports.formatDiffers, imports.duplicateHeader, imports.columnCount, and those of
 * `textOf` and `openSpreadsheet`; while reading, imports.cancelled when the signal is raised
 */
export async function openExtract(path: string, options: ExtractOptions): Promise<Extract> {
  const file = basename(path)
  const content = await contentOf(path, options)
  const format = content.is === 'workbook' ? 'xlsx' : 'csv'
  if (options.format !== 'auto' && options.format !== format) {
    throw new AppError('imports.formatDiffers', { file, format })
  }
  const container = content.is === 'text' ? content.source.container : null
  const opened = await (content.is === 'text'
    ? openText(content.source, options, file)
    : openSpreadsheet(path, options))
  const { encoding, delimiter, bytesTotal, first } = opened
  const header = options.header
    ? checkedHeader(first, file)
    : namedColumns(options.columns, first.length, file)
  const batches = () => withoutTrailer(opened.records(header.length), options.trailer)
  const records = (signal?: AbortSignal) => untilCancelled(batches(), signal)
  const anyWidth = () => opened.records(null)
  return { format, container, encoding, delimiter, header, bytesTotal, records, anyWidth }
}

/** A total line is no record: `checkControls` compares what it says, and that it is the last. */
async function* withoutTrailer(
  batches: AsyncIterable<RecordBatch>,
  trailer: ExtractOptions['trailer'],
): AsyncGenerator<RecordBatch> {
  if (trailer === undefined) return yield* batches
  const isRecord = ({ raw }: { readonly raw: string }) => !raw.startsWith(trailer.prefix)
  for await (const batch of batches) {
    yield { ...batch, records: batch.records.filter(isRecord), rejects: batch.rejects.filter(isRecord) }
  }
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

/**
 * @returns the header's names, trimmed
 * @throws AppError imports.duplicateHeader with the names that occur twice; unnamed columns may repeat, as nothing can
 * refer to them
 */
function checkedHeader(fields: readonly string[], file: string): string[] {
  const names = fields.map((field) => field.trim())
  const twice = names.filter((name, index) => name !== '' && names.indexOf(name) !== index)
  if (twice.length > 0) {
    throw new AppError('imports.duplicateHeader', { file, columns: [...new Set(twice)].join(', ') })
  }
  return names
}

/**
 * The columns of a file without a header.
 * @param given the profile's names; columns are called by their number, from 1, without them
 * @throws AppError imports.columnCount when the names do not fit the first record
 */
function namedColumns(given: readonly string[] | undefined, width: number, file: string): readonly string[] {
  if (!given) return Array.from({ length: width }, (_, index) => String(index + 1))
  if (given.length !== width)
    throw new AppError('imports.columnCount', { file, expected: given.length, found: width })
  return given
}

/** Opens a delimited text file: finds its encoding, line ends, delimiter and first record. */
async function openText(source: ByteSource, options: ExtractOptions, file: string): Promise<OpenedFile> {
  const text = await textOf(source, options.encoding, file)
  const start = readStart(text.start, options, file)
  return {
    encoding: text.encoding,
    delimiter: start.dialect.delimiter,
    bytesTotal: source.bytesTotal,
    first: start.first,
    records: (width) => readRecords(text, start, width),
  }
}

/** What the beginning of a text file says of the rest. */
interface TextStart {
  readonly dialect: Dialect
  readonly first: readonly string[]
  /** Where the first record to be read stands: behind the header, where there is one. */
  readonly line: number
  /** Characters before it. */
  readonly skippedChars: number
}

/** Where a line's follower begins, or the text's end. */
function afterLine(text: string, at: number, newline: string): number {
  const end = text.indexOf(newline, at)
  return end < 0 ? text.length : end + 1
}

function skipTitles(text: string, lines: number, newline: string): number {
  let at = 0
  for (let count = 0; count < lines; count++) at = afterLine(text, at, newline)
  return at
}

const HEADER_REFUSALS: Readonly<Partial<Record<RowProblemCode, ErrorCode>>> = {
  'unbalanced-quote': 'imports.unbalancedQuote',
  'cut-short': 'imports.unbalancedQuote',
  'line-too-long': 'imports.lineTooLong',
  undecodable: 'imports.wrongEncoding',
}

/** The header is the first line with content, so that blank lines above it do no harm. */
function headerRecord(text: string, dialect: Dialect, firstLine: number, file: string): SourceRecord {
  const splitter = new RecordSplitter(dialect, null, firstLine)
  splitter.push(text, true)
  const { records, rejects } = splitter.drain()
  const [first] = records
  const [broken] = rejects
  if (broken && (!first || broken.line < first.line)) {
    const code = broken.problems[0]?.code
    throw new AppError((code && HEADER_REFUSALS[code]) ?? 'imports.notText', { file, line: broken.line })
  }
  if (!first) throw new AppError('imports.emptyFile', { file })
  if (first.raw.length > MAX_HEADER_CHARS)
    throw new AppError('imports.lineTooLong', { file, line: first.line })
  return first
}

function readStart(text: string, options: ExtractOptions, file: string): TextStart {
  const newline = detectNewline(text)
  const quote = options.quote === 'none' ? '' : options.quote
  const start = skipTitles(text, options.skipLines, newline)
  const head = text.slice(start)
  const delimiter = options.delimiter === 'auto' ? detectDelimiter(head, newline, quote) : options.delimiter
  const dialect: Dialect = { delimiter, quote, newline }
  const first = headerRecord(head, dialect, options.skipLines + 1, file)
  if (!options.header) {
    return { dialect, first: first.fields, line: options.skipLines + 1, skippedChars: start }
  }
  const newlines = first.raw.split(newline).length
  return {
    dialect,
    first: first.fields,
    line: first.line + newlines,
    skippedChars: skipTitles(text, first.line - 1 + newlines, newline),
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
  const splitter = new RecordSplitter(start.dialect, width, start.line)
  const withoutHeader = skipper(start.skippedChars)
  for await (const piece of text.pieces()) {
    splitter.push(withoutHeader(piece.text), piece.last)
    yield { ...splitter.drain(), bytesRead: piece.at }
  }
}
