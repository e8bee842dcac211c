import { RecordSplitter } from '../record-splitter.ts'
import type { Dialect } from './dialect.ts'
import { splitRecord } from './split-record.ts'

const LONE_RETURN = /\r+(?![\r\n])/g

/** Whether a line has a quote where a quoted field could begin. */
function mayQuote(line: string, delimiter: string, open: string): boolean {
  return line.split(delimiter).some((field) => field.trimStart().startsWith(open))
}

function hasJoinedRecords(sample: string, dialect: Dialect, width: number): boolean {
  const splitter = new RecordSplitter({ ...dialect, lineBreaks: true }, width)
  splitter.push(sample, true)
  return splitter.drain().lines.continuation > 0
}

/**
 * Whether a quote in this file is a character like any other: some field begins with one that is never closed (an inch
 * sign, a line of a poem), and nowhere in the samples does a pair of quotes wrap a field, on one line or on several.
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
    for (const line of text.split(dialect.newline)) {
      if (!line.includes(quote.open)) continue
      const whole = line.replace(/\r+$/, '')
      if (!mayQuote(whole, dialect.delimiter, quote.open)) continue
      if (typeof splitRecord(whole, { ...dialect, strayQuotes: false }) !== 'string') return false
      stray = true
    }
  }
  return stray && !texts.some((text) => hasJoinedRecords(text, dialect, width))
}
