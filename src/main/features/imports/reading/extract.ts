import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import { AppError, type ErrorCode } from '../../../../shared/domain/branch/app-error.ts'
import type { RowProblemCode } from '../../../../shared/domain/imports/import-rows.ts'
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
import {
  byteMarkLength,
  chooseEncoding,
  decodingOf,
  sampleBlocks,
  type TextEncoding,
} from './text-encoding.ts'

const ZIP_MARK = Buffer.from('PK\u0003\u0004', 'latin1')
/** The container of .xls workbooks before 2007. */
const OLE_MARK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const CHUNK_BYTES = 262_144
/** Room for a thousand columns; beyond it the first line is no header. Our own default. */
const MAX_HEADER_CHARS = 65_536

/** How a file is read: the part of a file's profile that does not depend on its fields. */
export type ExtractOptions = Pick<
  FileProfile,
  'format' | 'sheet' | 'encoding' | 'delimiter' | 'quote' | 'header' | 'columns' | 'skipLines'
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
 * Opens a bank's extract, whatever its form (D1): a workbook is known by its first bytes, not by its name.
 * @throws AppError imports.fileMissing, imports.fileUnreadable, imports.emptyFile, imports.notText (a .xls workbook or
 * other binary content), imports.duplicateHeader, imports.columnCount, and those of `chooseEncoding` and
 * `openSpreadsheet`; while reading, imports.cancelled when the signal is raised
 */
export async function openExtract(path: string, options: ExtractOptions): Promise<Extract> {
  const file = basename(path)
  const format = formatOf(await firstBytes(path), options.format, file)
  const opened = await (format === 'xlsx' ? openSpreadsheet(path, options) : openText(path, options))
  const { encoding, delimiter, bytesTotal, first } = opened
  const header = options.header
    ? checkedHeader(first, file)
    : namedColumns(options.columns, first.length, file)
  const records = (signal?: AbortSignal) => untilCancelled(opened.records(header.length), signal)
  return { format, encoding, delimiter, header, bytesTotal, records, anyWidth: () => opened.records(null) }
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

function formatOf(start: Buffer, wanted: ExtractOptions['format'], file: string): Extract['format'] {
  if (start.length === 0) throw new AppError('imports.emptyFile', { file })
  if (start.equals(OLE_MARK)) throw new AppError('imports.notText', { file, format: 'xls' })
  const zipped = start.equals(ZIP_MARK)
  if (wanted === 'xlsx' && !zipped) throw new AppError('imports.fileUnreadable', { file })
  return wanted === 'xlsx' || (wanted === 'auto' && zipped) ? 'xlsx' : 'csv'
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

async function firstBytes(path: string): Promise<Buffer> {
  const file = basename(path)
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new AppError(error.code === 'ENOENT' ? 'imports.fileMissing' : 'imports.fileUnreadable', { file })
  })
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(ZIP_MARK.length), 0, ZIP_MARK.length, 0)
    return buffer.subarray(0, bytesRead)
  } catch {
    throw new AppError('imports.fileUnreadable', { file })
  } finally {
    await handle.close()
  }
}

/**
 * @returns the header's names, trimmed
 * @throws AppError imports.duplicateHeader with the names that occur twice; unnamed columns may repeat, as nothing can
 * refer to them
 */
function checkedHeader(fields: readonly string[], file: string): string[] {
  const names = fields.map((field) => field.replace(/^\ufeff/, '').trim())
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
async function openText(path: string, options: ExtractOptions): Promise<OpenedFile> {
  const file = basename(path)
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const blocks = await sampleBlocks(handle, size)
    const encoding = chooseEncoding(blocks, options.encoding, file)
    const block = blocks[0] ?? Buffer.alloc(0)
    const markBytes = byteMarkLength(block)
    const decoding = decodingOf(encoding)
    const text = decoding.write(block.subarray(markBytes)) + decoding.end()
    const start = readStart(text, options, file)
    return {
      encoding,
      delimiter: start.dialect.delimiter,
      bytesTotal: size,
      first: start.first,
      records: (width) => readRecords(path, { ...start, encoding, markBytes }, width),
    }
  } finally {
    await handle.close()
  }
}

/** What the beginning of a text file says of the rest. */
interface TextStart {
  readonly dialect: Dialect
  readonly first: readonly string[]
  /** Where the first record to be read stands: behind the header, where there is one. */
  readonly line: number
  /** Characters before it, from the end of the byte order mark. */
  readonly skippedChars: number
}

interface TextBody extends TextStart {
  readonly encoding: TextEncoding
  readonly markBytes: number
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

async function* chunks(handle: FileHandle, from: number): AsyncGenerator<{ bytes: Buffer; at: number }> {
  let at = from
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield { bytes: buffer.subarray(0, bytesRead), at }
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

async function* readRecords(path: string, body: TextBody, width: number | null): AsyncGenerator<RecordBatch> {
  const splitter = new RecordSplitter(body.dialect, width, body.line)
  const decoding = decodingOf(body.encoding)
  const withoutHeader = skipper(body.skippedChars)
  const handle = await open(path)
  try {
    let bytesRead = body.markBytes
    for await (const chunk of chunks(handle, body.markBytes)) {
      bytesRead = chunk.at
      splitter.push(withoutHeader(decoding.write(chunk.bytes)), false)
      yield { ...splitter.drain(), bytesRead }
    }
    splitter.push(withoutHeader(decoding.end()), true)
    yield { ...splitter.drain(), bytesRead }
  } finally {
    await handle.close()
  }
}
