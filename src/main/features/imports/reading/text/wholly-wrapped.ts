import { BACKSLASH_QUOTES, type QuotePair } from './dialect.ts'
import { splitRecord } from './split-record.ts'

/** So many fields in quotes and none without are no chance. Our own default. */
const LEAST_WRAPPED = 3

/** In which ways programs write a quote in quotes, and how it is read. */
const QUOTES_IN_QUOTES = [
  { rule: null, before: (close: string) => close },
  { rule: BACKSLASH_QUOTES, before: () => '\\' },
] as const

/** A record without the blanks that some programs put between quotes and delimiters. */
function withoutBlanks(text: string, delimiter: string, { open, close }: QuotePair): string {
  const [from, to, between] = [open, close, delimiter].map((each) => each.replace(/[^\p{L}\p{N}]/gu, '\\$&'))
  return text
    .trim()
    .replace(new RegExp(`${between} +(?=${from})`, 'g'), () => delimiter)
    .replace(new RegExp(`${to} +(?=${between})`, 'g'), () => close)
}

/**
 * Whether a line, or a record that it begins, is what a program writes that quotes every field; behind its last delimiter
 * there may be nothing. Fields may hold delimiters and line ends.
 */
export function isWhollyWrapped(
  lines: readonly string[],
  from: number,
  delimiter: string,
  pair: QuotePair,
): boolean {
  if (!lines[from]?.trimStart().startsWith(pair.open)) return false
  return QUOTES_IN_QUOTES.some(({ rule, before }) => {
    const cutting = { delimiter, quote: pair, strayQuotes: false, escape: rule }
    let text = lines[from] ?? ''
    let fields = splitRecord(text, cutting)
    for (let at = from + 1; fields === 'open' && at < lines.length; at++) {
      text += `\n${lines[at]}`
      fields = splitRecord(text, cutting)
    }
    if (typeof fields === 'string') return false
    const [wrapped, end] =
      fields.at(-1) === '' && text.endsWith(delimiter) ? [fields.slice(0, -1), delimiter] : [fields, '']
    const written = wrapped.map(
      (field) => pair.open + field.replaceAll(pair.close, before(pair.close) + pair.close) + pair.close,
    )
    const same = [text, written.join(delimiter) + end].map((each) => withoutBlanks(each, delimiter, pair))
    return wrapped.length >= LEAST_WRAPPED && same[0] === same[1]
  })
}
