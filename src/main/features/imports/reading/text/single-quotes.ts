import { type Dialect, DOUBLE_QUOTE, SINGLE_QUOTE } from './dialect.ts'
import { fits, linesWith } from './fitting-lines.ts'

/** A quote that was doubled inside a field in single quotes. */
const DOUBLED_SINGLE = /[^']''[^']/
const WRAPPED = /^'[^']+'$/

/** So many fields in single quotes are no chance, where no field is in double ones. Our own default. */
const LEAST_WRAPPED = 2

/**
 * Whether single quotes wrap those fields that need it, in a file of which nobody has said so: lines in which they hold a
 * delimiter or a doubled quote, or fields in them where none is in double ones; and no line that they do not fit (a guard
 * such as `'000123`, an apostrophe in front).
 * @param texts samples from all over the file, each of whole lines
 * @param width number of columns
 */
export function hasSingleQuotes(texts: readonly string[], dialect: Dialect, width: number): boolean {
  const { delimiter, newline } = dialect
  const opens = (text: string, quote: string) =>
    text.includes(quote) &&
    (text.startsWith(quote) || text.includes(delimiter + quote) || text.includes(newline + quote))
  const quoted = { ...dialect, quote: SINGLE_QUOTE }
  let wrapped = 0
  let found = false
  for (const line of linesWith(
    texts.filter((text) => opens(text, "'")),
    "'",
    newline,
  )) {
    const single = fits(line, quoted, width)
    const plain = fits(line, dialect, width)
    if (plain && !single) return false
    if (single && (!plain || DOUBLED_SINGLE.test(line))) found = true
    wrapped += line.split(delimiter).filter((field) => WRAPPED.test(field)).length
  }
  return found || (wrapped >= LEAST_WRAPPED && !texts.some((text) => opens(text, DOUBLE_QUOTE.open)))
}
