import type { RejectedRecord, RowProblemCode } from '../../../../shared/domain/import-rows.ts'
import { splitRecord } from './delimited-record.ts'
import { detached } from './detached-text.ts'

/** A longer line is no record of a bank's extract; it is dropped without being held in memory. Ours. */
export const MAX_RECORD_CHARS = 1_048_576
/** A quote that stays open over more lines is taken for damage, not for a cell with that many lines. Ours. */
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
