import { type Dialect, SINGLE_QUOTE } from './dialect.ts'
import { fits, linesWith } from './fitting-lines.ts'

/** A quote that was doubled inside a field in single quotes. */
const DOUBLED_SINGLE = /[^']''[^']/

/**
 * Whether single quotes wrap those fields that need it, in a file of which nobody has said so: lines in which they hold a
 * delimiter or a doubled quote, and none that they do not fit (a guard such as `'000123`, an apostrophe in front).
 * @param texts samples from all over the file, each of whole lines
 * @param width number of columns
 */
export function hasSingleQuotes(texts: readonly string[], dialect: Dialect, width: number): boolean {
  const quoted = { ...dialect, quote: SINGLE_QUOTE }
  const mayWrap = texts.filter((text) => text.includes(`${dialect.delimiter}'`) || text.includes("\n'"))
  let found = false
  for (const line of linesWith(mayWrap, "'", dialect.newline)) {
    const single = fits(line, quoted, width)
    const plain = fits(line, dialect, width)
    if (plain && !single) return false
    if (single && (!plain || DOUBLED_SINGLE.test(line))) found = true
  }
  return found
}
