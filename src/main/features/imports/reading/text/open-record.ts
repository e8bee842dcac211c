import { BACKSLASH, type Dialect } from './dialect.ts'
import { endsOpenField, formOf } from './joined-lines.ts'
import { splitRecord } from './split-record.ts'

/** Files of several systems in one have one or two in a line. Our own default. */
const MOST_RETURNS = 8

/** So many records may be open at once, the last ones. Our own default. */
const MOST_OPEN = 8

/** What is still known of a record that was given up at its first line. */
type State =
  /** A quote or an escape is open behind the lines so far: the next one may be its end. */
  | { readonly is: 'open'; readonly texts: readonly string[] }
  /** Read strictly it can have no end any more, but quotes may have been escaped in a way that nobody has said. */
  | { readonly is: 'broken' }
  | { readonly is: 'ended' }

/** Where the first lone carriage returns of a line stand. */
function returnsIn(text: string): readonly number[] {
  const found: number[] = []
  for (let at = text.indexOf('\r'); at >= 0 && found.length < MOST_RETURNS; at = text.indexOf('\r', at + 1)) {
    found.push(at)
  }
  return found
}

/**
 * A record that was given up at a line on which a quote or an escape stays open. Reading goes on behind that line, so the
 * end of the record is met as a line of its own, and may have as many fields as a record.
 */
export class OpenRecord {
  readonly #dialect: Dialect
  readonly #line: number
  readonly #first: string
  #state: State
  /** Whether a record was read behind the first line: then nothing says that this one goes on. */
  #hasRecords = false

  /** @param text the line, on which the record stays open */
  constructor(dialect: Dialect, line: number, text: string) {
    this.#dialect = dialect
    this.#line = line
    this.#first = text
    const texts = this.#begunOn(text)
    this.#state = texts.length === 0 ? { is: 'broken' } : { is: 'open', texts }
  }

  /** Lines since the first one. */
  age(line: number): number {
    return line - this.#line
  }

  get isOpen(): boolean {
    return this.#state.is === 'open'
  }

  /**
   * @param text a line, or several, that could be a record
   * @param fits whether so many fields are those of a record
   */
  isEndedBy(text: string, fits: (fields: string[]) => boolean): boolean {
    const { delimiter, quote } = this.#dialect
    if (this.#state.is === 'ended') return false
    if (quote !== null && endsOpenField(this.#first, text, delimiter, quote)) return true
    if (this.#state.is === 'broken' || !this.#mayEnd(text)) return false
    const parts = [text, ...returnsIn(text).map((at) => text.slice(0, at))]
    const ends = this.#state.texts.some((each) =>
      parts.some((part) => {
        const fields = splitRecord(this.#joined(each, part), this.#dialect)
        if (typeof fields === 'string') return false
        // it may end with one more delimiter of which the file knows nothing
        return fits(fields) || (fields.at(-1)?.trim() === '' && fits(fields.slice(0, -1)))
      }),
    )
    if (!ends || !this.#hasRecords) return ends
    return formOf(text.split(delimiter, 1)[0] ?? '') !== formOf(this.#first.split(delimiter, 1)[0] ?? '')
  }

  /** Takes a line into account that was read as a record of its own, or not at all. */
  follow(text: string, isRecord: boolean): void {
    this.#hasRecords ||= isRecord
    if (this.#state.is !== 'open') return
    const joined = this.#state.texts.map((each) => this.#joined(each, text))
    if (!this.#mayEnd(text)) {
      this.#state = { is: 'open', texts: joined }
      return
    }
    // a line that was given up as well may have begun another record, which goes on too
    const begun = isRecord ? [] : this.#begunOn(text)
    const texts = [...joined.filter((each) => this.#isOpen(each)), ...begun].slice(-MOST_OPEN)
    if (texts.length > 0) this.#state = { is: 'open', texts }
    else this.#state = { is: joined.some((each) => this.#isWhole(each)) ? 'ended' : 'broken' }
  }

  /** What is open at the end of a line: the line itself, or a record that begins on it behind a lone carriage return. */
  #begunOn(text: string): readonly string[] {
    return [text, ...returnsIn(text).map((at) => text.slice(at + 1))].filter((each) => this.#isOpen(each))
  }

  /** A line without a closing quote leaves the record as it is, where nothing else ends fields. */
  #mayEnd(text: string): boolean {
    const { quote } = this.#dialect
    if (this.#dialect.escape || quote === null) return true
    return text.includes(quote.close)
  }

  #joined(before: string, text: string): string {
    return before + this.#dialect.newline + text
  }

  #isOpen(text: string): boolean {
    const fields = splitRecord(text, this.#dialect)
    return fields === 'open' || fields === 'continued'
  }

  #isWhole(text: string): boolean {
    return typeof splitRecord(text, this.#dialect) !== 'string'
  }
}

/**
 * The record that a line leaves open which is given up.
 * @param isOpen false where the line is whole by itself: then only a record that a lone carriage return begins on it may go
 * on, or the line itself behind a backslash of which nobody knows what it means
 * @returns null where nothing goes on
 */
export function openedBy(text: string, line: number, dialect: Dialect, isOpen: boolean): OpenRecord | null {
  const mayGoOn = dialect.escapeUnclear && text.endsWith('\\')
  if (!isOpen && !mayGoOn && !text.includes('\r')) return null
  const open = new OpenRecord(dialect, line, text)
  if (isOpen || open.isOpen) return open
  const continued = mayGoOn ? new OpenRecord({ ...dialect, escape: BACKSLASH }, line, text) : open
  return continued.isOpen ? continued : null
}
