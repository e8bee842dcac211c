import { BACKSLASH, type Dialect, type EscapeRule, type QuotePair } from './dialect.ts'

/**
 * Why a text is not one whole record: `open` (in a quote) and `continued` (behind a backslash at the line's end) may
 * still become one when the next line is added, `malformed` never will.
 */
export type RecordFault = 'open' | 'continued' | 'malformed'

/** What a record is cut by. */
export type Cutting = Pick<Dialect, 'delimiter' | 'quote' | 'strayQuotes' | 'escape'>

/**
 * Splits one record by RFC 4180: a quote counts only at the start of a field and is doubled inside; in the middle of
 * a plain field it is a character like any other, as spreadsheets treat it.
 * @param text the record without its line end
 */
export function splitRecord(text: string, dialect: Cutting): string[] | RecordFault {
  const { delimiter, quote, escape: rule } = dialect
  if (rule?.quotesOnly === false && text.includes(rule.mark)) return splitEscaped(text, dialect, rule)
  if (quote === null || !text.includes(quote.open)) {
    return text.split(delimiter)
  }
  if (rule !== null && text.includes(rule.mark + quote.close)) {
    const escaped = splitQuoted(text, delimiter, quote, rule.mark)
    if (typeof escaped !== 'string') return escaped
    // where no quote is escaped, the mark is the last character of a text in quotes (`"D:\\"`)
    const plain = splitQuoted(text, delimiter, quote)
    // behind an escaped quote a text may go on over its line end
    if (plain === 'malformed' && escaped === 'open' && !dialect.strayQuotes) return 'open'
  }
  const fields = splitQuoted(text, delimiter, quote)
  return typeof fields === 'string' && dialect.strayQuotes ? text.split(delimiter) : fields
}

/** Field and the position after its delimiter, or -1 when it was the last one. */
interface QuotedField {
  readonly value: string
  readonly next: number
}

const BLANK = 32

/** Behind the blanks that some programs put between a quote and the delimiter. */
function behindBlanks(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === BLANK) at++
  return at
}

/** Where the next field begins, -1 behind the last one; undefined when neither a delimiter nor the end comes. */
function nextField(text: string, close: number, delimiter: string): number | undefined {
  for (const at of [close, behindBlanks(text, close)]) {
    if (at === text.length) return -1
    if (text.startsWith(delimiter, at)) return at + delimiter.length
  }
  return undefined
}

/** How many marks stand directly in front of a place. */
function marksBefore(text: string, place: number, from: number, mark: string): number {
  let at = place
  while (at > from && text[at - 1] === mark) at--
  return place - at
}

/** @param mark what escapes a quote, where something besides doubling it does */
function quotedField(
  text: string,
  start: number,
  delimiter: string,
  quote: QuotePair,
  mark?: string,
): QuotedField | RecordFault {
  let from = start + 1
  let value = ''
  for (;;) {
    const close = text.indexOf(quote.close, from)
    if (close < 0) return 'open'
    const marks = mark === undefined ? 0 : marksBefore(text, close, from, mark)
    if (marks % 2 === 1) {
      // the marks in front of the one that escapes are escaped themselves
      value += text.slice(from, close - (marks + 1) / 2) + quote.close
      from = close + 1
      continue
    }
    const next = nextField(text, close + 1, delimiter)
    if (next !== undefined) return { value: value + text.slice(from, close), next }
    if (!text.startsWith(quote.close, close + 1)) return 'malformed'
    value += text.slice(from, close + 1)
    from = close + 2
  }
}

/** A quote behind blanks opens a field as well, where it is closed again; else it is text. */
function fieldBehindBlanks(
  text: string,
  at: number,
  delimiter: string,
  quote: QuotePair,
  mark?: string,
): QuotedField | null {
  const open = behindBlanks(text, at)
  if (open === at || !text.startsWith(quote.open, open)) return null
  const field = quotedField(text, open, delimiter, quote, mark)
  return typeof field === 'string' ? null : field
}

function splitQuoted(
  text: string,
  delimiter: string,
  quote: QuotePair,
  mark?: string,
): string[] | RecordFault {
  const fields: string[] = []
  let at = 0
  while (at >= 0) {
    const field = text.startsWith(quote.open, at)
      ? quotedField(text, at, delimiter, quote, mark)
      : text.charCodeAt(at) === BLANK
        ? fieldBehindBlanks(text, at, delimiter, quote, mark)
        : null
    if (typeof field === 'string') return field
    if (field !== null) {
      fields.push(field.value)
      at = field.next
      continue
    }
    const end = text.indexOf(delimiter, at)
    const plain = end < 0 ? text.slice(at) : text.slice(at, end)
    fields.push(plain)
    at = end < 0 ? -1 : end + delimiter.length
  }
  return fields
}

/**
 * What a letter behind a backslash stands for in MySQL's and MariaDB's OUTFILE and batch mode and in PostgreSQL's COPY;
 * any other character stands for itself, as in Informix' UNLOAD (`\|`, `\\`, `\ `).
 */
const ESCAPED: Readonly<Record<string, string>> = {
  '0': '\0',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  Z: '\u001a',
}

/** NULL in the same unloads, and in Hive's and Impala's, which escape nothing else. */
export const ESCAPED_NULL = '\\N'
/** Behind the mark that a database was told to escape with instead of a backslash (`^N`). */
export const NULL_LETTER = 'N'

function splitEscaped(text: string, dialect: Cutting, rule: EscapeRule): string[] | RecordFault {
  const { delimiter, quote } = dialect
  const nullWord = `${rule.mark}${NULL_LETTER}`
  const fields: string[] = []
  let at = 0
  while (at >= 0) {
    const field =
      quote !== null && text.startsWith(quote.open, at)
        ? escapedField(text, at + 1, delimiter, quote.close, dialect.strayQuotes, rule)
        : escapedField(text, at, delimiter, null, false, rule)
    if (typeof field === 'string') return field
    const raw = field.next < 0 ? text.slice(at) : text.slice(at, field.next - delimiter.length)
    fields.push(raw === nullWord ? '' : field.value)
    at = field.next
  }
  return fields
}

/** @param close the quote that ends the field; null when the next delimiter does */
function escapedField(
  text: string,
  start: number,
  delimiter: string,
  close: string | null,
  strayQuotes: boolean,
  rule: EscapeRule,
): QuotedField | RecordFault {
  let value = ''
  let at = start
  for (;;) {
    const slash = text.indexOf(rule.mark, at)
    const end = text.indexOf(close ?? delimiter, at)
    if (slash >= 0 && (end < 0 || slash < end)) {
      const letter = text[slash + 1]
      if (letter === undefined) return 'continued'
      value += text.slice(at, slash) + ((rule.letters ? ESCAPED[letter] : undefined) ?? letter)
      at = slash + 2
    } else if (end < 0) {
      if (close === null) return { value: value + text.slice(at), next: -1 }
      return strayQuotes ? escapedField(text, start - 1, delimiter, null, false, rule) : 'open'
    } else if (close === null) {
      return { value: value + text.slice(at, end), next: end + delimiter.length }
    } else {
      const next = nextField(text, end + 1, delimiter)
      if (next !== undefined) return { value: value + text.slice(at, end), next }
      if (!text.startsWith(close, end + 1)) return 'malformed'
      value += text.slice(at, end + 1)
      at = end + 2
    }
  }
}

/**
 * What a record has where backslashes escape in a file of which nothing says so; null where no delimiter of several
 * characters could be escaped, or no record comes out.
 */
export function escapedFields(text: string, dialect: Cutting): string[] | null {
  const { delimiter } = dialect
  if (delimiter.length === 1 || !text.includes(`\\${delimiter.charAt(0)}`)) return null
  const fields = splitRecord(text, { ...dialect, escape: BACKSLASH })
  return typeof fields === 'string' ? null : fields
}
