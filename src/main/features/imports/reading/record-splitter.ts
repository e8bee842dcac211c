import type {
  LineCounts,
  RejectedRecord,
  RowProblemCode,
} from '../../../../shared/domain/imports/import-rows.ts'
import type { TextEncoding } from './text-encoding.ts'

/** A longer line is no record of a bank's extract; it is dropped without being held in memory. Our own default. */
export const MAX_RECORD_CHARS = 1_048_576
/** A quote that stays open over more lines is taken for damage, not for a cell with that many lines. Our own default. */
export const MAX_RECORD_LINES = 100
/** As much of a rejected record as the reject file keeps. */
export const MAX_RAW_CHARS = 4_096

/** What a decoder leaves where the bytes are no character of the encoding. */
const UNDECODABLE = '\ufffd'

export interface Dialect {
  readonly delimiter: string
  /** Empty when the file has no quoting. */
  readonly quote: string
  /** `\r` only in files of the classic Mac form, which have no `\n` at all. */
  readonly newline: '\n' | '\r'
}

/** A record with as many fields as the header. */
export interface SourceRecord {
  readonly line: number
  readonly fields: readonly string[]
  readonly raw: string
}

/** What a file gives in one go. */
export interface RecordBatch {
  readonly records: readonly SourceRecord[]
  readonly rejects: readonly RejectedRecord[]
  /** Bytes of the file behind the reader, for progress. */
  readonly bytesRead: number
  /** The lines since the batch before; a workbook has none. */
  readonly lines?: LineCounts
}

/** A file of either form, opened as far as its first record with content. */
export interface OpenedFile {
  /** Workbooks have neither of these two. */
  readonly encoding: TextEncoding | null
  readonly delimiter: string | null
  readonly bytesTotal: number
  /** The fields of that record: the header, where the file has one. */
  readonly first: readonly string[]
  /**
   * The records behind the header; all of them where the file has none.
   * @param width number of fields that a record has; null takes any
   */
  records(width: number | null): AsyncIterable<RecordBatch>
}

interface Piece {
  /** Without the line end. */
  readonly text: string
  /** Where the following line begins. */
  readonly next: number
  readonly lines: number
  /** False when the file stops before the line does. */
  readonly ended: boolean
}

/**
 * Cuts decoded text into records, whatever state the file is in. The rule for damage: a record that cannot be read is
 * given up at its first physical line, and reading goes on at the very next one, so a stray quote costs one line and
 * not the rest of the file. Holds at most one record plus the chunk at hand.
 */
export class RecordSplitter {
  readonly #dialect: Dialect
  readonly #width: number | null
  #rest = ''
  #line: number
  /** The start of an over-long line whose end has not come yet. */
  #overlong: string | null = null
  #records: SourceRecord[] = []
  #rejects: RejectedRecord[] = []

  /**
   * @param width number of fields a record must have; null takes any (for reading a header)
   * @param firstLine physical line number of the first character that will be pushed
   */
  constructor(dialect: Dialect, width: number | null, firstLine = 1) {
    this.#dialect = dialect
    this.#width = width
    this.#line = firstLine
  }

  /**
   * @param last true with the file's last text; afterwards nothing is held back
   */
  push(chunk: string, last: boolean): void {
    const text = this.#rest + chunk
    let at = this.#overlong === null ? 0 : this.#finishOverlong(text, last)
    while (at < text.length) {
      const next = this.#takeRecord(text, at, last)
      if (next < 0) break
      at = next
    }
    this.#rest = text.slice(at)
    if (!last && this.#rest.length > MAX_RECORD_CHARS) this.#startOverlong()
  }

  /** Hands over what has been read since the last call. */
  drain(): { records: SourceRecord[]; rejects: RejectedRecord[] } {
    const drained = { records: this.#records, rejects: this.#rejects }
    this.#records = []
    this.#rejects = []
    return drained
  }

  /** Drops an over-long line; a damaged multi-line record is cut by its own limits before it gets this long. */
  #startOverlong(): void {
    if (this.#rest.includes(this.#dialect.newline)) return
    this.#overlong = detached(this.#rest.slice(0, MAX_RAW_CHARS))
    this.#rest = ''
  }

  /** @returns where the line after the over-long one begins */
  #finishOverlong(text: string, last: boolean): number {
    const end = text.indexOf(this.#dialect.newline)
    if (end < 0 && !last) return text.length
    this.#reject(this.#overlong ?? '', 'line-too-long')
    this.#overlong = null
    return end < 0 ? text.length : end + 1
  }

  /** The next physical line or several of them joined, or null when the text ends before they do. */
  #piece(text: string, at: number, lines: number, last: boolean): Piece | null {
    let from = at
    for (let count = 1; ; count++) {
      const end = text.indexOf(this.#dialect.newline, from)
      if (end < 0) {
        return last ? { text: text.slice(at), next: text.length, lines: count, ended: false } : null
      }
      if (count === lines) return { text: withoutReturn(text, at, end), next: end + 1, lines, ended: true }
      from = end + 1
    }
  }

  /** @returns where the next record begins, or -1 when this one is not complete yet */
  #takeRecord(text: string, at: number, last: boolean): number {
    const first = this.#piece(text, at, 1, last)
    if (first === null) return -1
    if (first.text.length > MAX_RECORD_CHARS) return this.#giveUp(first, 'line-too-long')
    let fields = splitRecord(first.text, this.#dialect.delimiter, this.#dialect.quote)
    if (fields === 'malformed') return this.#giveUp(first, 'unbalanced-quote')
    if (fields !== 'open') return this.#takeLine(first, fields)

    for (let lines = 2; lines <= MAX_RECORD_LINES; lines++) {
      const piece = this.#piece(text, at, lines, last)
      if (piece === null)
        return text.length - at > MAX_RECORD_CHARS ? this.#giveUp(first, 'unbalanced-quote') : -1
      if (piece.lines < lines || piece.text.length > MAX_RECORD_CHARS) break
      fields = splitRecord(piece.text, this.#dialect.delimiter, this.#dialect.quote)
      if (fields === 'malformed') break
      if (fields !== 'open') return this.#takeLines(first, piece, fields)
    }
    return this.#giveUp(first, first.ended ? 'unbalanced-quote' : 'cut-short')
  }

  #takeLine(piece: Piece, fields: string[]): number {
    if (isBlank(piece.text, fields)) {
      this.#line++
      return piece.next
    }
    if (!this.#fits(fields)) {
      const cut = !piece.ended && fields.length < (this.#width ?? 0)
      return this.#giveUp(piece, cut ? 'cut-short' : 'column-count')
    }
    return this.#accept(piece, fields)
  }

  /** A record over several lines is believed only when its fields add up; otherwise its first line is the culprit. */
  #takeLines(first: Piece, piece: Piece, fields: string[]): number {
    return this.#fits(fields) ? this.#accept(piece, fields) : this.#giveUp(first, 'unbalanced-quote')
  }

  /** Some systems close every line, but not the header, with one more delimiter. */
  #fits(fields: string[]): boolean {
    if (this.#width === null) return true
    if (fields.length === this.#width + 1 && fields.at(-1) === '') fields.pop()
    return fields.length === this.#width
  }

  #accept(piece: Piece, fields: string[]): number {
    if (piece.text.includes(UNDECODABLE)) return this.#giveUp(piece, 'undecodable')
    if (piece.text.includes('\0')) return this.#giveUp(piece, 'nul-character')
    this.#records.push({ line: this.#line, fields, raw: piece.text })
    this.#line += piece.lines
    return piece.next
  }

  #giveUp(piece: Piece, code: RowProblemCode): number {
    this.#reject(piece.text, code, piece.lines)
    return piece.next
  }

  #reject(raw: string, code: RowProblemCode, lines = 1): void {
    this.#rejects.push({ line: this.#line, problems: [{ code }], raw: raw.slice(0, MAX_RAW_CHARS) })
    this.#line += lines
  }
}

function withoutReturn(text: string, from: number, end: number): string {
  return text.slice(from, end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end)
}

/** Spreadsheets leave lines of nothing but delimiters behind deleted rows. */
function isBlank(text: string, fields: readonly string[]): boolean {
  return text.trim() === '' || (fields.length > 1 && fields.every((field) => field.trim() === ''))
}

/**
 * Why a text is not one whole record: `open` may still become one when the next line is added, `malformed` never will.
 */
export type RecordFault = 'open' | 'malformed'

/** Field and the position after its delimiter, or -1 when it was the last one. */
interface QuotedField {
  readonly value: string
  readonly next: number
}

function quotedField(
  text: string,
  start: number,
  delimiter: string,
  quote: string,
): QuotedField | RecordFault {
  let from = start + 1
  let value = ''
  for (;;) {
    const close = text.indexOf(quote, from)
    if (close < 0) return 'open'
    const after = close + 1
    if (after === text.length) return { value: value + text.slice(from, close), next: -1 }
    if (text.startsWith(delimiter, after)) return { value: value + text.slice(from, close), next: after + 1 }
    if (!text.startsWith(quote, after)) return 'malformed'
    value += text.slice(from, after)
    from = after + 1
  }
}

function splitQuoted(text: string, delimiter: string, quote: string): string[] | RecordFault {
  const fields: string[] = []
  let at = 0
  while (at >= 0) {
    if (text.startsWith(quote, at)) {
      const field = quotedField(text, at, delimiter, quote)
      if (typeof field === 'string') return field
      fields.push(field.value)
      at = field.next
      continue
    }
    const end = text.indexOf(delimiter, at)
    fields.push(end < 0 ? text.slice(at) : text.slice(at, end))
    at = end < 0 ? -1 : end + 1
  }
  return fields
}

/**
 * Splits one record by RFC 4180: a quote counts only at the start of a field and is doubled inside; in the middle of
 * a plain field it is a character like any other, as spreadsheets treat it.
 * @param text the record without its line end
 * @param quote empty when the file has no quoting
 */
export function splitRecord(text: string, delimiter: string, quote: string): string[] | RecordFault {
  if (quote === '' || !text.includes(quote)) return text.split(delimiter)
  return splitQuoted(text, delimiter, quote)
}

/** In order of preference among equals. */
const DELIMITERS = [',', ';', '\t', '|', '^', '~'] as const
const LINES_TO_JUDGE = 20

/** @returns the first lines that hold anything */
function judgedLines(sample: string, newline: string): string[] {
  return sample
    .split(newline, LINES_TO_JUDGE * 2)
    .map((line) => line.replace(/\r$/, ''))
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_TO_JUDGE)
}

/** How many of the lines have as many fields as the first, times a little more for wider records. */
function score(lines: readonly string[], delimiter: string, quote: string): number {
  const widths = lines.map((line) => {
    const fields = splitRecord(line, delimiter, quote)
    return typeof fields === 'string' ? 0 : fields.length
  })
  const width = widths[0] ?? 0
  if (width < 2) return 0
  const agreeing = widths.filter((each) => each === width).length
  return agreeing / lines.length + Math.min(width, LINES_TO_JUDGE) / (LINES_TO_JUDGE * 10)
}

/** `\r` alone ends lines only in a file that has no `\n`. */
export function detectNewline(sample: string): '\n' | '\r' {
  return sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r'
}

/**
 * @param sample text from where the header begins
 * @returns the character that cuts the first lines into the same number of fields; a comma when none does
 */
export function detectDelimiter(sample: string, newline: string, quote: string): string {
  const lines = judgedLines(sample, newline)
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const points = score(lines, delimiter, quote)
    if (points > best.score) best = { delimiter, score: points }
  }
  return best.delimiter
}

/** V8 copies a slice of up to this many characters; a longer one is a view of the text it was cut from. */
const COPIED_LENGTH = 12

/**
 * A copy that stands alone, for text that outlives its batch: a kept view of one field would keep a whole piece of the
 * file in memory. Put together from slices that are short enough to be copied, which is four times as fast as a detour
 * over a buffer.
 */
export function detached(text: string): string {
  let copy = ''
  for (let at = 0; at < text.length; at += COPIED_LENGTH) copy += text.slice(at, at + COPIED_LENGTH)
  return copy
}
