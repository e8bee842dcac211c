import { type Dialect, escapedBy } from './dialect.ts'
import { fits, linesWith } from './fitting-lines.ts'
import { NULL_LETTER } from './split-record.ts'

/**
 * Marks that programs are told to escape with instead of a backslash (Python's `escapechar`, Perl's `escape_char`). Those
 * that a text often ends with (`3#`, `5*`, `a/`) have to be named in the profile.
 */
const MARKS = ['^', '!', '~', '$', '%', '&', '@', '?', '|', '`'] as const
const ANY_MARK = /[\^!~$%&@?|`]/

/**
 * The mark that escapes delimiters or quotes in a file of which nobody has said so: some lines have as many fields as
 * columns only if it does, and none only if it does not. Backslashes are judged by `detectEscape`.
 * @param texts samples from all over the file, each of whole lines
 * @param width number of columns
 */
export function findEscapeMark(texts: readonly string[], dialect: Dialect, width: number): string | null {
  if (!texts.some((text) => ANY_MARK.test(text))) return null
  return MARKS.find((mark) => isEscape(mark, texts, dialect, width)) ?? null
}

function isEscape(mark: string, texts: readonly string[], dialect: Dialect, width: number): boolean {
  const { delimiter, quote, newline } = dialect
  if (delimiter.includes(mark) || !texts.some((text) => text.includes(mark))) return false
  const isNull = (line: string) => line.split(delimiter).includes(mark + NULL_LETTER)
  if (linesWith(texts, mark + NULL_LETTER, newline).some(isNull)) return true
  const hidden = [delimiter, ...(quote === null ? [] : [quote.close])].map((each) => mark + each)
  const judged = new Set(hidden.flatMap((each) => linesWith(texts, each, newline)))
  const escaping = { ...dialect, escape: escapedBy(mark) }
  let found = false
  for (const line of judged) {
    const escaped = fits(line, escaping, width)
    const plain = fits(line, dialect, width)
    if (plain && !escaped) return false
    if (escaped && !plain) found = true
  }
  return found || doublesPowers(mark, texts) || (judged.size > 0 && escapesAllQuotes(mark, texts, dialect))
}

/** So many powers with a doubled caret are no chance. Our own default. */
const LEAST_POWERS = 2
/** A caret between a letter or a number and a digit, as in `x^^2`; a face (`好^^3点见`) stands behind Chinese. */
const POWER = /[\p{Script=Latin}\p{Script=Greek}\d)]\^\^\d/gu

/**
 * Whether carets stand in pairs alone, and in powers: a program that escapes doubles the mark itself, also in a file in
 * which it has nothing else to escape. Of other marks this proves nothing, for people type them twice (`您好!!请回电`), and
 * two question marks are what an encoding has left of a rare character.
 */
function doublesPowers(mark: string, texts: readonly string[]): boolean {
  if (mark !== '^') return false
  const runs = texts.flatMap((text) => text.match(/\^+/g) ?? [])
  if (runs.some((run) => run.length % 2 === 1)) return false
  return texts.reduce((sum, text) => sum + (text.match(POWER)?.length ?? 0), 0) >= LEAST_POWERS
}

/** So many escaped quotes are no chance. Our own default. */
const LEAST_QUOTES = 2

/** Whether every quote that neither begins nor ends a field has the mark in front of it (`6寸^"` where nothing is quoted). */
function escapesAllQuotes(mark: string, texts: readonly string[], { quote, delimiter }: Dialect): boolean {
  if (quote === null) return false
  const [close, between] = [quote.close, delimiter].map((text) => text.replace(/[^\p{L}\p{N}]/gu, '\\$&'))
  const wrapping = new RegExp(`(?<=^|${between})${close}|${close}(?=${between}|\r?$)`, 'gm')
  let count = 0
  for (const text of texts) {
    if (!text.includes(quote.close)) continue
    const parts = text.split(mark + quote.close)
    count += parts.length - 1
    if (parts.join('').replace(wrapping, '').includes(quote.close)) return false
  }
  return count >= LEAST_QUOTES
}
