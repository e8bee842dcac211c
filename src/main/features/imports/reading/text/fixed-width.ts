import { isAscii } from 'node:buffer'
import iconv from 'iconv-lite'
import type { LineCounts, RejectedRecord } from '../../../../../shared/domain/imports/import-rows.ts'
import { MAX_RAW_CHARS, MAX_RECORD_CHARS, type SourceRecord } from '../record-splitter.ts'
import type { TextEncoding } from '../text-decoding.ts'
import { type FixedField, fixedFieldText } from './fixed-field.ts'
import { UNDECODABLE } from './half-character.ts'

/** Which lines of the file are records: those with one of these texts at this place. */
export interface RecordType {
  readonly from: number
  readonly is: readonly string[]
}

export interface FixedLayout {
  readonly fields: readonly FixedField[]
  /** Bytes of a record in a file without line ends; null where lines end. */
  readonly recordLength: number | null
  /** Null where every line is a record. */
  readonly type: RecordType | null
  readonly skipLines: number
  readonly encoding: TextEncoding
}

interface Place {
  readonly field: FixedField
  readonly from: number
  readonly to: number
}

/** The bytes of each field, counted from 0. */
function placesOf(fields: readonly FixedField[]): readonly Place[] {
  let next = 0
  return fields.map((field) => {
    const from = field.from === undefined ? next : field.from - 1
    next = from + field.length
    return { field, from, to: next }
  })
}

/** Bytes that the fields of a layout reach to. */
export function layoutLength(fields: readonly FixedField[]): number {
  return Math.max(0, ...placesOf(fields).map(({ to }) => to))
}

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const END_OF_FILE = 0x1a
const BLANK = 0x20

function isFill(byte: number): boolean {
  return byte <= BLANK || byte === END_OF_FILE
}

/**
 * Cuts a file into records by bytes, and records into fields by their places, as COBOL programs write them. Each field is
 * decoded by itself, so a character that was cut at a field's end costs that field and never the next one.
 */
export class FixedWidthSplitter {
  readonly #layout: FixedLayout
  readonly #places: readonly Place[]
  /** Where the last field begins: a line may be shorter than the layout only inside it. */
  readonly #lastFrom: number
  readonly #length: number
  #rest = Buffer.alloc(0)
  #line = 1
  /** True while the end of a line that is too long has not come yet. */
  #overlong = false
  #records: SourceRecord[] = []
  #rejects: RejectedRecord[] = []
  #lines = { physical: 0, blank: 0, continuation: 0, skipped: 0 }

  constructor(layout: FixedLayout) {
    this.#layout = layout
    this.#places = placesOf(layout.fields)
    this.#lastFrom = Math.max(...this.#places.map(({ from }) => from))
    this.#length = layoutLength(layout.fields)
  }

  /** @param last true with the file's last bytes */
  push(chunk: Buffer, last: boolean): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    let at = 0
    for (;;) {
      const end = this.#endOf(bytes, at, last)
      if (end === null) break
      if (this.#overlong) this.#endOverlong()
      else this.#take(bytes.subarray(at, end.to), end.isWhole)
      at = end.next
    }
    this.#rest = Buffer.from(bytes.subarray(at))
    if (this.#rest.length > MAX_RECORD_CHARS) this.#startOverlong()
  }

  /** Drops a line that is no record without holding it in memory. */
  #startOverlong(): void {
    if (!this.#overlong) this.#reject(this.#rest, 'line-too-long')
    this.#overlong = true
    this.#rest = Buffer.alloc(0)
  }

  #endOverlong(): void {
    this.#overlong = false
    this.#line++
    this.#lines.physical++
  }

  drain(): { records: SourceRecord[]; rejects: RejectedRecord[]; lines: LineCounts } {
    const drained = { records: this.#records, rejects: this.#rejects, lines: this.#lines }
    this.#records = []
    this.#rejects = []
    this.#lines = { physical: 0, blank: 0, continuation: 0, skipped: 0 }
    return drained
  }

  #endOf(bytes: Buffer, at: number, last: boolean): { to: number; next: number; isWhole: boolean } | null {
    if (at >= bytes.length) return null
    const { recordLength } = this.#layout
    if (recordLength !== null) {
      const to = at + recordLength
      if (to <= bytes.length) return { to, next: to, isWhole: true }
      return last ? { to: bytes.length, next: bytes.length, isWhole: false } : null
    }
    const end = bytes.indexOf(LINE_FEED, at)
    if (end >= 0) {
      const to = end > at && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end
      return { to, next: end + 1, isWhole: true }
    }
    return last ? { to: bytes.length, next: bytes.length, isWhole: false } : null
  }

  #take(record: Buffer, isWhole: boolean): void {
    if (this.#line <= this.#layout.skipLines) this.#lines.skipped++
    else if (record.every(isFill)) this.#lines.blank++
    else if (this.#isOfType(record)) this.#takeRecord(record, isWhole)
    else this.#lines.skipped++
    this.#line++
    this.#lines.physical++
  }

  #isOfType(record: Buffer): boolean {
    const { type } = this.#layout
    if (type === null) return true
    const text = this.#decoded(record.subarray(type.from - 1))
    return type.is.some((each) => text.startsWith(each))
  }

  #takeRecord(record: Buffer, isWhole: boolean): void {
    const fault = this.#faultOf(record, isWhole)
    if (fault !== null) {
      this.#reject(record, fault)
      return
    }
    const fields = this.#places.map(({ field, from, to }) =>
      fixedFieldText(this.#decoded(record.subarray(from, to)), field),
    )
    const damaged = fields.some((field) => field.includes(UNDECODABLE) || field.includes('\0'))
    this.#records.push({ line: this.#line, fields, raw: this.#decoded(record), damaged })
  }

  /** A record is as long as its layout: only the last field may be shorter, and only blanks may stand behind it. */
  #faultOf(record: Buffer, isWhole: boolean): 'column-count' | 'cut-short' | null {
    const { recordLength } = this.#layout
    if (record.length < (recordLength ?? this.#lastFrom)) return isWhole ? 'column-count' : 'cut-short'
    if (recordLength === null && !record.subarray(this.#length).every(isFill)) return 'column-count'
    return null
  }

  #decoded(bytes: Buffer): string {
    if (isAscii(bytes)) return bytes.toString('latin1')
    return this.#layout.encoding === 'utf-8'
      ? bytes.toString('utf8')
      : iconv.decode(bytes, this.#layout.encoding)
  }

  #reject(record: Buffer, code: 'column-count' | 'cut-short' | 'line-too-long'): void {
    const raw = this.#decoded(record).slice(0, MAX_RAW_CHARS)
    this.#rejects.push({ line: this.#line, problems: [{ code }], raw })
  }
}
