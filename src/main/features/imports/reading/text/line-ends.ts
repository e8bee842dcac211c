/** A longer sample is only the beginning of its file, and its last line is cut off. */
const WHOLE_CHARS = 65_536
/** What stands in quotes of each form. */
const IN_QUOTES: readonly RegExp[] = [
  /"(?:[^"]|"")*"/g,
  /“(?:[^”]|””)*”/g,
  // an apostrophe inside a word quotes nothing
  /(?<![\p{L}\p{N}'])'(?:[^']|'')*'(?![\p{L}\p{N}'])/gu,
]
const ESCAPED = /\\[\s\S]/g

/** A return that no line feed follows. */
const LONE_RETURN = /\r(?!\r*\n)/

/** Whether returns, and returns alone, stand outside of quotes, in text whose backslashes have been taken care of. */
function endsWithReturns(text: string, quoted: RegExp): boolean {
  const bare = text.replace(quoted, '')
  return bare.includes('\r') && !bare.includes('\n')
}

/**
 * Whether lone carriage returns end the lines of a text that also has line feeds, because those stand in its fields: as
 * spreadsheets on the Mac save a cell of several lines.
 */
export function returnsEndLines(sample: string): boolean {
  const lines = sample.length > WHOLE_CHARS ? sample.slice(0, sample.lastIndexOf('\r')) : sample
  if (!LONE_RETURN.test(lines)) return false
  const plain = [lines, ...(lines.includes('\\') ? [lines.replace(ESCAPED, '')] : [])]
  return plain.some((text) => IN_QUOTES.some((quoted) => endsWithReturns(text, quoted)))
}
