/** What stands in quotes of each form; the text's last field may be cut off in the middle. */
const IN_QUOTES: readonly RegExp[] = [
  /"(?:[^"]|"")*(?:"|$)/g,
  /“(?:[^”]|””)*(?:”|$)/g,
  // an apostrophe inside a word quotes nothing
  /(?<![\p{L}\p{N}'])'(?:[^']|'')*(?:'(?![\p{L}\p{N}'])|$)/gu,
]
const ESCAPED = /\\[\s\S]/g

/** Whether a line end stands outside of quotes, in text whose backslashes have been taken care of. */
function endsWithFeeds(text: string, quoted: RegExp): boolean {
  return text.replace(quoted, '').includes('\n')
}

/**
 * Whether lone carriage returns end the lines of a text that also has line feeds, because those stand in its fields: as
 * spreadsheets on the Mac save a cell of several lines.
 */
export function returnsEndLines(sample: string): boolean {
  const first = sample.search(/[\r\n]/)
  if (first < 0 || !/^\r+(?![\r\n])/.test(sample.slice(first))) return false
  const plain = [sample, ...(sample.includes('\\') ? [sample.replace(ESCAPED, '')] : [])]
  return plain.some(
    (text) => !text.includes('\n') || IN_QUOTES.some((quoted) => !endsWithFeeds(text, quoted)),
  )
}
