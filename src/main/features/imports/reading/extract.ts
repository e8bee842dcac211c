import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { type OpenedFile, type RecordBatch, RecordSplitter } from './record-splitter.ts'
import { openSpreadsheet } from './spreadsheet-file.ts'
import { uniqueNames } from './text/column-names.ts'
import { type FixedOptions, fixedLayout } from './text/fixed-layout.ts'
import { type FixedLayout, FixedWidthSplitter } from './text/fixed-width.ts'
import { readStart, type TextOptions, type TextStart } from './text/start.ts'
import { type ColumnUse, columnUse, NO_COLUMNS } from './text/used-columns.ts'
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

/** How a file is read: the part of a file's profile that does not depend on its fields. */
export type ExtractOptions = Pick<FileProfile, 'format' | 'sheet' | 'encoding'> & TextOptions & FixedOptions

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
 * other binary content), imports.columnCount, and those of `readStart`, `chooseEncoding` and
 * `openSpreadsheet`; while reading, imports.cancelled when the signal is raised
 */
export async function openExtract(path: string, options: ExtractOptions | FileProfile): Promise<Extract> {
  const file = basename(path)
  const use = 'entity' in options ? columnUse(options) : NO_COLUMNS
  const format = formatOf(await firstBytes(path), options.format, file)
  const opened = await (format === 'xlsx' ? openSpreadsheet(path, options) : openText(path, options, use))
  const { encoding, delimiter, bytesTotal, first } = opened
  const isNamed = options.header || options.format === 'fixed'
  const header = isNamed ? uniqueNames(first) : namedColumns(options.columns, first.length, file)
  const records = (signal?: AbortSignal) => untilCancelled(opened.records(header.length), signal)
  return { format, encoding, delimiter, header, bytesTotal, records, anyWidth: () => opened.records(null) }
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
async function openText(path: string, options: ExtractOptions, use: ColumnUse): Promise<OpenedFile> {
  const file = basename(path)
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const blocks = await sampleBlocks(handle, size)
    const encoding = chooseEncoding(blocks, options.encoding, file)
    const block = blocks[0] ?? Buffer.alloc(0)
    const markBytes = byteMarkLength(block)
    const decoding = decodingOf(encoding)
    if (options.format === 'fixed') {
      const layout = fixedLayout(options, block.subarray(markBytes), encoding, file)
      const first = layout.fields.map(({ column }) => column)
      const records = () => readFixedRecords(path, layout, markBytes)
      return { encoding, delimiter: null, bytesTotal: size, first, records }
    }
    const text = decoding.write(block.subarray(markBytes)) + decoding.end()
    const samples = () => blocks.map((each) => decodedWhole(each, encoding))
    const start = readStart(text, options, use, { file, halfCharacters: encoding === 'gb18030', samples })
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

interface TextBody extends TextStart {
  readonly encoding: TextEncoding
  readonly markBytes: number
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

function decodedWhole(bytes: Buffer, encoding: TextEncoding): string {
  const decoding = decodingOf(encoding)
  return decoding.write(bytes) + decoding.end()
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
  const splitter = new RecordSplitter(body.dialect, width, body.line, width === null ? null : body.furniture)
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

async function* readFixedRecords(
  path: string,
  layout: FixedLayout,
  markBytes: number,
): AsyncGenerator<RecordBatch> {
  const splitter = new FixedWidthSplitter(layout)
  const handle = await open(path)
  try {
    let bytesRead = markBytes
    for await (const chunk of chunks(handle, markBytes)) {
      bytesRead = chunk.at
      splitter.push(chunk.bytes, false)
      yield { ...splitter.drain(), bytesRead }
    }
    splitter.push(Buffer.alloc(0), true)
    yield { ...splitter.drain(), bytesRead }
  } finally {
    await handle.close()
  }
}
