import type { Dialect } from './dialect.ts'
import { swallowsRecords } from './joined-lines.ts'
import { type RecordFault, splitRecord } from './split-record.ts'

/** A quoted field over more lines is looked at line by line. Our own default. */
const MOST_LINES = 100

/** Whether a line ends inside a quoted field, where backslashes are characters. */
export function leavesQuoteOpen(line: string, dialect: Dialect): boolean {
  const { delimiter, quote } = dialect
  if (quote === null || !line.includes(quote.open)) return false
  // of a quote that no field begins with, nothing stays open
  const begins = line.trimStart().startsWith(quote.open) || line.includes(delimiter + quote.open)
  if (!begins && !line.includes(` ${quote.open}`)) return false
  return splitRecord(line, { ...dialect, escape: null, strayQuotes: false }) === 'open'
}

/**
 * The records of a sample, each with the line ends that stand in its quotes; a line that belongs to no such record stands
 * by itself. Backslashes are characters here: what they mean is what the records are looked at for.
 * @param widths the numbers of fields that a record may have
 */
export function recordsIn(
  lines: readonly string[],
  dialect: Dialect,
  widths: readonly number[],
): readonly string[] {
  const { quote } = dialect
  if (quote === null) return lines
  const records: string[] = []
  let marked = -1
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    if (marked < at) marked = nextWith('\\', lines, at)
    // a record without a backslash tells nothing of backslashes
    const isNear = marked - at < MOST_LINES
    const joined = isNear && leavesQuoteOpen(line, dialect) ? openedRecord(lines, at, dialect, widths) : null
    records.push(joined?.text ?? line)
    at += joined?.lines ?? 1
  }
  return records
}

/** The first line from there on that holds a mark; behind the last line where none does. */
function nextWith(mark: string, lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && lines[at]?.includes(mark) === false) at++
  return at === lines.length ? Number.POSITIVE_INFINITY : at
}

/** The record that a line begins whose quote is closed on a later one; null where there is none that can be believed. */
function openedRecord(
  lines: readonly string[],
  from: number,
  dialect: Dialect,
  widths: readonly number[],
): { readonly text: string; readonly lines: number } | null {
  const plain = { ...dialect, escape: null, strayQuotes: false }
  let text = lines[from] ?? ''
  let fields: readonly string[] | RecordFault = 'open'
  for (let at = from + 1; fields === 'open' && at < lines.length && at - from < MOST_LINES; at++) {
    text += `\n${lines[at]}`
    if (lines[at]?.includes(dialect.quote?.close ?? '') === false) continue
    fields = splitRecord(text, plain)
    if (typeof fields === 'string') continue
    const isRecord = widths.includes(fields.length) && !swallowsRecords(fields, dialect.delimiter, '\n')
    return isRecord ? { text, lines: at - from + 1 } : null
  }
  return null
}
