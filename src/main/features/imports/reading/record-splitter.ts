import type {
  LineCounts,
  RejectedRecord,
  RowProblemCode,
} from '../../../../shared/domain/imports/import-rows.ts'
import { detached } from './detached-text.ts'
import type { Dialect } from './text/dialect.ts'
import { type Furniture, isRule } from './text/furniture.ts'
import { UNDECODABLE, withDelimitersBack } from './text/half-character.ts'
import { swallowsRecords } from './text/joined-lines.ts'
import { isBlank, withoutEndFill } from './text/line-text.ts'
import { type OpenRecord, openedBy } from './text/open-record.ts'
import { noLines, type Piece, pieceAt, withoutLastLine } from './text/physical-lines.ts'
import { escapedFields, type RecordFault, splitRecord } from './text/split-record.ts'

/** A longer line is no record; it is dropped without being held in memory. Our own default. */
export const MAX_RECORD_CHARS = 1_048_576
/** A quote that stays open over more lines is taken for damage, not for a cell with that many lines. Our own default. */
export const MAX_RECORD_LINES = 100
export const MAX_RAW_CHARS = 4_096

/** A record with as many fields as the header. */
export interface SourceRecord {
  readonly line: number
  readonly fields: readonly string[]
  /** What numbers hold, where a workbook's cells show something else; the fields themselves where it is absent. */
  readonly values?: readonly string[]
  readonly raw: string
  /** True where the record holds U+FFFD or NUL: it costs the fields that hold them. Workbooks have none. */
  readonly damaged?: boolean
  /** The delimiter, where the record has backslashes and nothing tells whether they escape. */
  readonly unclear?: string
}

/** What a file gives in one go. */
export interface RecordBatch {
  readonly records: readonly SourceRecord[]
  readonly rejects: readonly RejectedRecord[]
  /** The lines of this batch, header and titles in the first one; absent for workbooks, whose rows are numbered. */
  readonly lines?: LineCounts
  /** Bytes of the file behind the reader, for progress. */
  readonly bytesRead: number
}

const LONE_RETURN = /\r(?!\r*(?:\n|$))/
const FORM_FEED = 12
const BYTE_ORDER_MARK = 0xfeff
/**
 * Cuts decoded text into records, whatever state the file is in. The rule for damage: a record that cannot be read is
 * given up at its first physical line, and reading goes on at the very next one, so a stray quote costs one line and
 * not the rest of the file. Holds at most one record plus the chunk at hand.
 */
export class RecordSplitter {
  readonly #dialect: Dialect
  readonly #width: number | null
  readonly #furniture: Furniture | null
  #rest = ''
  #line: number
  /** The start of an over-long line whose end has not come yet. */
  #overlong: string | null = null
  /** The last record that was given up because a quote stays open on its line: the rest of it may follow. */
  #open: OpenRecord | null = null
  /** The line behind the last record that was given up because it goes over several. */
  #behindBreaks = 0
  #records: SourceRecord[] = []
  #rejects: RejectedRecord[] = []
  #lines = noLines()
  /** Whether what was pushed last holds a mark of damage anywhere: asked once, so that its records need not be searched. */
  #mayBeDamaged = false
  /** The same of carriage returns that stand alone. */
  #mayReturn = false

  /**
   * @param width number of fields a record must have; null takes any (for reading a header)
   * @param firstLine physical line number of the first character that will be pushed
   * @param furniture knows the lines that are no records; without it every line is one
   */
  constructor(dialect: Dialect, width: number | null, firstLine = 1, furniture: Furniture | null = null) {
    this.#dialect = dialect
    this.#width = width
    this.#line = firstLine
    this.#furniture = furniture
    this.#lines.physical = firstLine - 1
    this.#lines.skipped = firstLine - 1
  }

  /**
   * @param last true with the file's last text; afterwards nothing is held back
   */
  push(chunk: string, last: boolean): void {
    const pushed = this.#rest + chunk
    const text = last ? withoutEndFill(pushed) : pushed
    this.#mayReturn = text.includes('\r') && LONE_RETURN.test(text)
    this.#mayBeDamaged = text.includes(UNDECODABLE) || text.includes('\0') || this.#dialect.escape !== null
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
  drain(): { records: SourceRecord[]; rejects: RejectedRecord[]; lines: LineCounts } {
    const drained = { records: this.#records, rejects: this.#rejects, lines: this.#lines }
    this.#records = []
    this.#rejects = []
    this.#lines = noLines()
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
    return end < 0 ? text.length : end + this.#dialect.newline.length
  }

  #piece(text: string, at: number, lines: number, last: boolean): Piece | null {
    return pieceAt(text, at, lines, this.#dialect.newline, last)
  }

  /** @returns where the next record begins, or -1 when this one is not complete yet */
  #takeRecord(text: string, from: number, last: boolean): number {
    // a page break, or the mark of a file that was put behind another one
    const mark = text.charCodeAt(from)
    const begin = mark === FORM_FEED || mark === BYTE_ORDER_MARK ? from + 1 : from
    const prefix = this.#dialect.linePrefix
    const at = prefix !== '' && text.startsWith(prefix, begin) ? begin + prefix.length : begin
    const first = this.#piece(text, at, 1, last)
    if (first === null) return -1
    if (at === begin && prefix !== '' && first.text.trim() !== '') return this.#giveUp(first, 'column-count')
    if (first.text.length > MAX_RECORD_CHARS) return this.#giveUp(first, 'line-too-long')
    if (this.#furniture !== null && isRule(first.text)) return this.#skip(first)
    const fields = splitRecord(first.text, this.#dialect)
    if (typeof fields !== 'string') return this.#takeLine(first, fields)
    const joined = this.#joinLines(first, text, at, fields, last)
    if (joined !== null) return joined
    if (this.#furniture?.isFooter(first.text, [])) return this.#skip(first)
    const code = first.ended || fields === 'malformed' ? 'unbalanced-quote' : 'cut-short'
    return this.#giveUpOpen(first, code, fields !== 'malformed')
  }

  /**
   * Gives a line up behind which its record may go on, or a record that a lone carriage return begins on the same line.
   * @param isOpen as `openedBy`
   */
  #giveUpOpen(piece: Piece, code: RowProblemCode, isOpen: boolean): number {
    const line = this.#line
    const next = this.#giveUp(piece, code)
    if (!this.#open?.isOpen) this.#open = openedBy(piece.text, line, this.#dialect, isOpen) ?? this.#open
    return next
  }

  /** @returns as `#takeRecord`; null when no number of lines makes a record that can be believed */
  #joinLines(first: Piece, text: string, at: number, fault: RecordFault, last: boolean): number | null {
    let fields: string[] | RecordFault = fault
    let isBroken = false
    for (let lines = 2; lines <= MAX_RECORD_LINES; lines++) {
      if (fields === 'malformed') return null
      isBroken ||= fields === 'open' && !this.#dialect.lineBreaks
      const piece = this.#piece(text, at, lines, last)
      if (piece === null) return text.length - at > MAX_RECORD_CHARS ? null : -1
      if (piece.lines < lines || piece.text.length > MAX_RECORD_CHARS) return null
      fields = splitRecord(piece.text, this.#dialect)
      if (typeof fields === 'string') continue
      if (!this.#believable(fields) || this.#isTail(piece.text)) return null
      if (!isBroken) return this.#accept(withoutLastLine(piece, this.#dialect.newline), fields)
      // nobody has said that fields of this file have line ends
      this.#behindBreaks = this.#line + lines
      return this.#giveUpOpen(first, 'line-break', true)
    }
    return null
  }

  /** A record over several lines is believed only when its fields add up and no line of it is a record of its own. */
  #believable(fields: string[]): boolean {
    const { delimiter, newline } = this.#dialect
    return this.#fits(fields) && !swallowsRecords(fields, delimiter, newline)
  }

  #takeLine(piece: Piece, fields: string[]): number {
    if (isBlank(piece.text, fields)) {
      this.#lines.blank++
      return this.#passOver(piece)
    }
    if (this.#fits(fields)) {
      // what ends an open record may begin like a sum
      if (this.#isTail(piece.text)) return this.#giveUp(piece, 'unbalanced-quote')
      if (this.#furniture?.isNoRecord(fields)) return this.#skipRow(piece, fields)
      // a lone return in quotes may have swallowed a record as a line feed may
      if (this.#mayReturn && swallowsRecords(fields, this.#dialect.delimiter, '\r'))
        return this.#giveUpOpen(piece, 'unbalanced-quote', false)
      return this.#accept(piece, fields)
    }
    return this.#misfit(piece, fields)
  }

  /** Skips a header or a sum that is cut like a record; a lone carriage return may end another record on its line. */
  #skipRow(piece: Piece, fields: string[]): number {
    const isAlone = !this.#mayReturn || !piece.text.includes('\r') || this.#furniture?.isHeader(fields)
    return isAlone ? this.#skip(piece) : this.#misfit(piece, fields)
  }

  /** Whether a lone carriage return puts a footer or an open record behind the last field, which would become part of it. */
  #endsInOther(fields: readonly string[]): boolean {
    const last = fields.at(-1) ?? ''
    const furniture = this.#furniture
    if (furniture === null || !last.includes('\r')) return false
    const isOther = (text: string) =>
      furniture.isFooter(text, [text]) || typeof splitRecord(text, this.#dialect) === 'string'
    return last.split('\r').slice(1).some(isOther)
  }

  /** Whether what is as wide as a record is the end of one that was given up because a quote stayed open. */
  #isTail(text: string): boolean {
    return this.#open?.isEndedBy(text, (fields) => this.#fits(fields)) ?? false
  }

  /** A line with another number of fields: a footer, records between lone carriage returns, or damage. */
  #misfit(piece: Piece, fields: string[]): number {
    if (this.#takeReturns(piece)) return piece.next
    const expected = (this.#width ?? 0) + (this.#dialect.endDelimiter ? 1 : 0)
    if (!piece.text.includes('\r') && this.#isNoRecord(piece.text, fields, expected)) {
      return this.#isTail(piece.text) ? this.#giveUp(piece, 'unbalanced-quote') : this.#skip(piece)
    }
    if (this.#dialect.halfCharacters) {
      const whole = withDelimitersBack(piece.text, this.#dialect.delimiter, expected - fields.length)
      const again = whole === null ? 'malformed' : splitRecord(whole, this.#dialect)
      if (typeof again !== 'string' && this.#fits(again)) return this.#accept(piece, again, true)
    }
    const cut = !piece.ended && fields.length < expected
    return this.#giveUpOpen(piece, cut ? 'cut-short' : 'column-count', false)
  }

  /**
   * Takes a line that lone carriage returns end inside, as where files of two systems were put together: each part has to
   * be a record or a line that is none.
   */
  #takeReturns(piece: Piece): boolean {
    if (!piece.text.includes('\r')) return false
    const parts = piece.text.split('\r').map((text) => ({ ...piece, text, lines: 1 }))
    const takes = parts.map((part) => this.#taking(part))
    const isWhole = !takes.includes(null)
    if (isWhole) for (const take of takes) take?.()
    return isWhole
  }

  /** How a line without line ends in it is to be taken; null where it is damaged. */
  #taking(part: Piece): (() => number) | null {
    const fields = splitRecord(part.text, this.#dialect)
    if (typeof fields === 'string') return null
    if (isBlank(part.text, fields)) {
      return () => {
        this.#lines.blank++
        return this.#passOver(part)
      }
    }
    if (isRule(part.text)) return () => this.#skip(part)
    if (this.#isTail(part.text)) return null
    if (!this.#fits(fields)) {
      return this.#isNoRecord(part.text, fields, this.#width ?? 0) ? () => this.#skip(part) : null
    }
    return this.#furniture?.isNoRecord(fields) ? () => this.#skip(part) : () => this.#accept(part, fields)
  }

  /** Whether a line that does not fit is a header again, which need not end as records do, or stands under the rows. */
  #isNoRecord(text: string, fields: readonly string[], width: number): boolean {
    const furniture = this.#furniture
    return furniture !== null && (furniture.isHeader(fields) || furniture.isFooter(text, fields, width))
  }

  /** Whether lines end with one more delimiter is the file's habit; a single line with another number is damaged. */
  #fits(fields: string[]): boolean {
    if (this.#width === null) return true
    if (!this.#dialect.endDelimiter) return fields.length === this.#width
    if (fields.length !== this.#width + 1 || fields.at(-1)?.trim() !== '') return false
    fields.pop()
    return true
  }

  #accept(piece: Piece, fields: string[], hasHalves = false): number {
    const { text } = piece
    if (this.#endsInOther(fields)) return this.#giveUpOpen(piece, 'column-count', false)
    const damaged = hasHalves || (this.#mayBeDamaged && this.#isDamaged(text))
    const unclear = this.#dialect.escapeUnclear && text.includes('\\')
    if (unclear && piece.lines === 1 && this.#hasOtherFields(text))
      return this.#giveUp(piece, 'escape-unclear')
    this.#records.push(
      unclear
        ? { line: this.#line, fields, raw: text, damaged, unclear: this.#dialect.delimiter }
        : { line: this.#line, fields, raw: text, damaged },
    )
    this.#lines.continuation += piece.lines - 1
    return this.#passOver(piece, true)
  }

  #isDamaged(text: string): boolean {
    const escapesNul = this.#dialect.escape?.letters === true && text.includes('\\0')
    return escapesNul || text.includes(UNDECODABLE) || text.includes('\0')
  }

  /** Whether escaped delimiters would cut the record into as many fields, but other ones. */
  #hasOtherFields(text: string): boolean {
    const fields = escapedFields(text, this.#dialect)
    return fields !== null && this.#fits(fields)
  }

  #skip(piece: Piece): number {
    this.#lines.skipped += piece.lines
    return this.#passOver(piece)
  }

  #passOver(piece: Piece, isRecord = false): number {
    this.#line += piece.lines
    this.#lines.physical += piece.lines
    if (this.#open !== null) this.#follow(this.#open, piece.text, isRecord)
    return piece.next
  }

  #follow(open: OpenRecord, text: string, isRecord: boolean): void {
    open.follow(text, isRecord)
    if (open.age(this.#line) > MAX_RECORD_LINES) this.#open = null
  }

  #giveUp(piece: Piece, code: RowProblemCode): number {
    this.#lines.continuation += piece.lines - 1
    this.#reject(piece.text, code, piece.lines)
    return piece.next
  }

  #reject(raw: string, code: RowProblemCode, lines = 1): void {
    const cause = this.#line < this.#behindBreaks ? 'line-break' : code
    this.#rejects.push({ line: this.#line, problems: [{ code: cause }], raw: raw.slice(0, MAX_RAW_CHARS) })
    this.#line += lines
    this.#lines.physical += lines
    if (this.#open !== null) this.#follow(this.#open, raw, false)
  }
}
