import type { Dialect } from './dialect.ts'
import { splitRecord } from './split-record.ts'

/** Enough lines to judge a file by. Our own default. */
const MOST_LINES = 2_000
const ENDING_RETURNS = /\r+$/

/** Whether a line has as many fields as the file has columns, or one more that is empty. */
export function fits(line: string, dialect: Dialect, width: number): boolean {
  const fields = splitRecord(line, { ...dialect, strayQuotes: false })
  if (typeof fields === 'string') return false
  return fields.length === width || (fields.length === width + 1 && fields.at(-1)?.trim() === '')
}

/**
 * The first lines of samples that hold a mark.
 * @param texts samples from all over the file, each of whole lines
 */
export function linesWith(texts: readonly string[], mark: string, newline: string): readonly string[] {
  const lines: string[] = []
  for (const text of texts) {
    if (!text.includes(mark)) continue
    for (const line of text.split(newline)) {
      if (line.includes(mark)) lines.push(line.replace(ENDING_RETURNS, ''))
      if (lines.length === MOST_LINES) return lines
    }
  }
  return lines
}
