import { BACKSLASH, BACKSLASH_QUOTES, type Dialect, type EscapeRule } from './dialect.ts'
import { Furniture } from './furniture.ts'
import { leavesQuoteOpen } from './sampled-records.ts'
import { splitRecord } from './split-record.ts'

/** The widths that a record may have; null where the lines are of so many that none tells anything. */
export type Widths = readonly number[] | null

/** What stands under the rows of any file. */
const UNDER_ROWS = new Furniture([], [])
/** A text goes on over so many lines at most, as far as this is looked at. Our own default. */
const MOST_CONTINUED = 20
const LINE_END = /\r*\n|\r/
const ENDING_RETURNS = /\r+$/

/** The fields of a line in one of its readings; 0 where it is no whole record in it. */
export function fieldCount(line: string, dialect: Dialect, rule: EscapeRule | null): number {
  const fields = splitRecord(line, { ...dialect, escape: rule, strayQuotes: false })
  return typeof fields === 'string' ? 0 : fields.length
}

/** Whether a text ends with a backslash that no other one in front of it escapes. */
export function endsEscaping(text: string): boolean {
  return text.endsWith('\\') && (/\\+$/.exec(text)?.[0].length ?? 0) % 2 === 1
}

/** Whether what a line begins may go on behind its end. */
export function goesOn(line: string, dialect: Dialect): boolean {
  return endsEscaping(line) || leavesQuoteOpen(line, dialect)
}

/** Whether a line stands under the rows, as a count or a signature does. */
export function isUnderRows(line: string, { delimiter }: Dialect): boolean {
  return UNDER_ROWS.isFooter(line, line.split(delimiter))
}

/** The fields of a line together with those behind it that it goes on in; 0 where they are no whole record. */
export function joinedCount(
  lines: readonly string[],
  from: number,
  dialect: Dialect,
  rule: EscapeRule | null,
): number {
  const reading = { ...dialect, escape: rule, strayQuotes: false }
  let joined = lines[from] ?? ''
  let fields = splitRecord(joined, reading)
  for (let at = from + 1; at < lines.length && at - from < MOST_CONTINUED; at++) {
    if (fields !== 'open' && fields !== 'continued') break
    joined += `\n${lines[at]}`
    fields = splitRecord(joined, reading)
  }
  return typeof fields === 'string' ? 0 : fields.length
}

/** The lines of a sample as feeds end them, in a file of which feeds end the lines; else as anything does. */
export function linesBetweenFeeds(text: string, { newline }: Dialect): readonly string[] {
  if (newline === '\n') return text.split('\n').map((line) => line.replace(ENDING_RETURNS, ''))
  return text.split(newline === '\r' ? LINE_END : newline)
}

/** The lines between lone carriage returns, too, whether they end a record or stand in a text. */
export function linesBetweenReturns(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => (line.includes('\r') ? line.split('\r') : [line]))
}

/**
 * Cuts lines at their lone carriage returns where those end records, as in files of two systems in one: where each part is a
 * record, goes on as one, or stands under the rows. Elsewhere they are text: OUTFILE writes a Windows line end as a return,
 * a backslash and a feed.
 */
export function linesOfRecords(
  lines: readonly string[],
  dialect: Dialect,
  widths: Widths,
): readonly string[] {
  if (!lines.some((line) => line.includes('\r'))) return lines
  const fits = (count: number) => (widths?.length === 0 ? count > 1 : (widths?.includes(count) ?? false))
  const isWhole = (part: string) =>
    [null, BACKSLASH_QUOTES, BACKSLASH].some((rule) => fits(fieldCount(part, dialect, rule))) ||
    part.trim() === '' ||
    isUnderRows(part, dialect) ||
    UNDER_ROWS.isNoRecord(part.split(dialect.delimiter))
  const joins = (all: readonly string[], from: number) =>
    [null, BACKSLASH].some((rule) => fits(joinedCount(all, from, dialect, rule)))
  const cut: string[] = []
  /** Whether a part ends what the lines in front of it began. */
  const isEnd = (part: string) => {
    let from = cut.length
    while (from > 0 && cut.length - from < MOST_CONTINUED && goesOn(cut[from - 1] ?? '', dialect)) from--
    return from < cut.length && joins([...cut.slice(from), part], 0)
  }
  lines.forEach((line, at) => {
    const parts = line.split('\r')
    const endsRecords =
      parts.length > 1 &&
      parts.every((part, place) => {
        if (isWhole(part) || (place === 0 && isEnd(part))) return true
        const isLast = place === parts.length - 1
        return (
          isLast && goesOn(part, dialect) && joins([part, ...lines.slice(at + 1, at + MOST_CONTINUED)], 0)
        )
      })
    if (endsRecords) cut.push(...parts)
    else cut.push(line)
  })
  return cut
}
