import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { RowProblemCode } from '../../../../shared/domain/import-rows.ts'
import { Refusal, type RefusalCode } from '../../../../shared/domain/refusal.ts'
import { detectDelimiter, detectNewline } from './dialect.ts'
import {
  checkedHeader,
  type Extract,
  type ExtractOptions,
  namedColumns,
  type RecordBatch,
  refuseWhenAborted,
} from './extract.ts'
import { sampleBlocks } from './file-sample.ts'
import { type Dialect, RecordSplitter, type SourceRecord } from './record-splitter.ts'
import { byteMarkLength, chooseEncoding, decodingOf, type TextEncoding } from './text-encoding.ts'

const CHUNK_BYTES = 262_144
/** Room for a thousand columns; beyond it the first line is no header. Ours. */
const MAX_HEADER_CHARS = 65_536

interface Body {
  readonly encoding: TextEncoding
  readonly dialect: Dialect
  readonly header: readonly string[]
  /** Where the first record after the header stands. */
  readonly line: number
  /** Characters before it, from the end of the byte order mark. */
  readonly skippedChars: number
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

const HEADER_REFUSALS: Readonly<Partial<Record<RowProblemCode, RefusalCode>>> = {
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
    throw new Refusal((code && HEADER_REFUSALS[code]) ?? 'imports.notText', { file, line: broken.line })
  }
  if (!first) throw new Refusal('imports.emptyFile', { file })
  if (first.raw.length > MAX_HEADER_CHARS)
    throw new Refusal('imports.lineTooLong', { file, line: first.line })
  return first
}

function readHead(
  text: string,
  encoding: TextEncoding,
  markBytes: number,
  options: ExtractOptions,
  file: string,
): Body {
  const newline = detectNewline(text)
  const quote = options.quote === 'none' ? '' : options.quote
  const start = skipTitles(text, options.skipLines, newline)
  const head = text.slice(start)
  const delimiter = options.delimiter === 'auto' ? detectDelimiter(head, newline, quote) : options.delimiter
  const dialect: Dialect = { delimiter, quote, newline }
  const first = headerRecord(head, dialect, options.skipLines + 1, file)
  if (!options.header) {
    const header = namedColumns(options.columns, first.fields.length, file)
    return { encoding, dialect, markBytes, header, line: options.skipLines + 1, skippedChars: start }
  }
  const newlines = first.raw.split(newline).length
  return {
    encoding,
    dialect,
    markBytes,
    header: checkedHeader(first.fields, file),
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

async function* readRecords(path: string, body: Body, signal?: AbortSignal): AsyncGenerator<RecordBatch> {
  const splitter = new RecordSplitter(body.dialect, body.header.length, body.line)
  const decoding = decodingOf(body.encoding)
  const withoutHeader = skipper(body.skippedChars)
  const handle = await open(path)
  try {
    let bytesRead = body.markBytes
    for await (const chunk of chunks(handle, body.markBytes)) {
      refuseWhenAborted(signal)
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

/**
 * Opens a delimited text file: finds its encoding, line ends, delimiter and header.
 * @throws Refusal imports.emptyFile, imports.duplicateHeader and those of `chooseEncoding`
 */
export async function openDelimited(path: string, options: ExtractOptions): Promise<Extract> {
  const file = basename(path)
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    if (size === 0) throw new Refusal('imports.emptyFile', { file })
    const blocks = await sampleBlocks(handle, size)
    const encoding = chooseEncoding(blocks, options.encoding, file)
    const start = blocks[0] ?? Buffer.alloc(0)
    const markBytes = byteMarkLength(start)
    const decoding = decodingOf(encoding)
    const text = decoding.write(start.subarray(markBytes)) + decoding.end()
    const body = readHead(text, encoding, markBytes, options, file)
    return {
      format: 'csv',
      encoding,
      delimiter: body.dialect.delimiter,
      header: body.header,
      bytesTotal: size,
      records: (signal) => readRecords(path, body, signal),
    }
  } finally {
    await handle.close()
  }
}
