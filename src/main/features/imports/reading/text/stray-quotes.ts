import { MAX_RECORD_LINES } from '../record-splitter.ts'
import type { Dialect } from './dialect.ts'
import { swallowsRecords } from './joined-lines.ts'
import { splitRecord } from './split-record.ts'

const LONE_RETURN = /\r+(?![\r\n])/g

/** Whether a line has a quote where a quoted field could begin. */
function mayQuote(line: string, delimiter: string, open: string): boolean {
  return line.split(delimiter).some((field) => field.trimStart().startsWith(open))
}

/** Whether a pair of quotes stands round a field of the line, whatever the others hold. */
function wrapsField(line: string, { delimiter, quote }: Dialect): boolean {
  if (quote === null) return false
  return line.split(delimiter).some((field) => {
    const text = field.trim()
    return text.length > 1 && text.startsWith(quote.open) && text.endsWith(quote.close)
  })
}

/** Where some lines end with a return as well. */
function withoutReturns(line: string): string {
  return line.replace(/\r+$/, '')
}

function isAsWide(fields: readonly string[], { endDelimiter }: Dialect, width: number): boolean {
  return fields.length === (endDelimiter ? width + 1 : width)
}

/**
 * Whether the line is a record by itself once its quotes are characters, in a file of which nothing says that fields have
 * line ends.
 */
function isRecordAsText(line: string, dialect: Dialect, width: number): boolean {
  const fields = splitRecord(line, { ...dialect, strayQuotes: true })
  return !dialect.lineBreaks && typeof fields !== 'string' && isAsWide(fields, dialect, width)
}

/** As wide, also where records may end with one more delimiter of which the header tells nothing. */
function mayBeAsWide(fields: readonly string[], dialect: Dialect, width: number): boolean {
  return isAsWide(fields, dialect, width) || (fields.length === width + 1 && fields.at(-1)?.trim() === '')
}

/** The fields that a line which opens a quote and those behind it make together; null where they are no record's. */
function joinedFields(
  lines: readonly string[],
  at: number,
  dialect: Dialect,
  width: number,
): string[] | null {
  const most = Math.min(at + MAX_RECORD_LINES, lines.length)
  for (let end = at + 2; end <= most; end++) {
    const fields = splitRecord(withoutReturns(lines.slice(at, end).join(dialect.newline)), dialect)
    if (fields === 'malformed') return null
    if (typeof fields !== 'string') return mayBeAsWide(fields, dialect, width) ? fields : null
  }
  return null
}

/** Whether the quote that a line opens may wrap a field whose end stands on a line behind it. */
function mayWrap(lines: readonly string[], at: number, dialect: Dialect, width: number): boolean {
  const joined = joinedFields(lines, at, dialect, width)
  if (joined === null) return false
  const isBelievable = !swallowsRecords(joined, dialect.delimiter, dialect.newline)
  return isBelievable || !isRecordAsText(withoutReturns(lines[at] ?? ''), dialect, width)
}

/**
 * Whether a quote in this file is a character like any other: some field begins with one that is never closed (an inch
 * sign, a line of a poem), and nowhere in the samples could a pair of quotes wrap a field, on one line or on several: where one
 * could, a record that cannot be believed is rejected, and no half of it is read as a record of its own.
 * @param samples texts from all over the file, each of whole lines; asked for only where they are needed
 */
export function quotesAreText(samples: () => readonly string[], dialect: Dialect, width: number): boolean {
  const { quote } = dialect
  if (quote === null) return false
  // lone carriage returns may end lines too: a quote in front of one is closed
  const texts = samples()
    .filter((text) => text.includes(quote.open))
    .map((text) => (dialect.newline === '\n' ? text.replace(LONE_RETURN, '\n') : text))
  let stray = false
  for (const text of texts) {
    const lines = text.split(dialect.newline)
    for (const [at, line] of lines.entries()) {
      if (!line.includes(quote.open)) continue
      const whole = withoutReturns(line)
      if (!mayQuote(whole, dialect.delimiter, quote.open)) continue
      if (typeof splitRecord(whole, { ...dialect, strayQuotes: false }) !== 'string') return false
      if (wrapsField(whole, dialect) || mayWrap(lines, at, dialect, width)) return false
      stray = true
    }
  }
  return stray
}
