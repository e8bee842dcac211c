/** What no key or name begins with, and no guard of a spreadsheet. */
const MARKS = /^[>#@!&%~^:|<]+/
/** Letters that end in such a mark (`REC:`), as far as all lines share them. */
const NAMED = /^.*[>#@!&%~^:|<]/u
/** A longer text that all lines share is no prefix. Our own default. */
const LONGEST = 20
const GUARDED = /^[='"`\s]/
const CONTINUED = /(?:^|[^\\])\\(?:\\\\)*$/
const ENDING_RETURNS = /\r+$/

/**
 * What all lines begin with in front of their first field, as MySQL's `LINES STARTING BY` writes it: it would become part
 * of every key.
 * @param texts samples from all over the file, each of whole lines
 * @param quote the file's opening quote; null where it has none
 * @returns null where the lines share nothing but what may belong to the field
 */
export function findLinePrefix(
  texts: readonly string[],
  delimiter: string,
  newline: string,
  quote: string | null,
): string | null {
  // the first lines of nearly every file tell that there is none
  const first = prefixIn(firstOf(texts, newline), delimiter, newline, quote)
  return first === null ? null : prefixIn(texts, delimiter, newline, quote)
}

/** As many characters as show what lines share. Our own default. */
const FIRST_CHARS = 8_192

/** The first text's beginning, as whole lines. */
function firstOf(texts: readonly string[], newline: string): readonly string[] {
  const [text = ''] = texts
  const end = text.lastIndexOf(newline, FIRST_CHARS)
  return [text.length <= FIRST_CHARS || end < 0 ? text : text.slice(0, end)]
}

function prefixIn(
  texts: readonly string[],
  delimiter: string,
  newline: string,
  quote: string | null,
): string | null {
  const lines = alike(
    texts.flatMap((text) => recordStarts(text, newline)),
    (line) => line.charAt(0),
  )
  const [first] = lines
  if (first === undefined || GUARDED.test(first)) return null
  const shared = sharedStart(lines)
  const isAlone = lines.length === 1
  // a first field that all lines share is a column
  if (shared.includes(delimiter) && !isAlone) return null
  const field = shared.split(delimiter)[0] ?? ''
  const prefix =
    beforeQuote(lines, field, delimiter, quote) ??
    MARKS.exec(field)?.[0] ??
    (isAlone ? undefined : NAMED.exec(field)?.[0])
  return prefix === undefined || prefix.length > LONGEST ? null : prefix
}

/** Lines that begin a record: a database continues one behind a backslash. */
function recordStarts(text: string, newline: string): string[] {
  const lines = text.split(newline).map((line) => line.replace(ENDING_RETURNS, ''))
  return lines.filter((line, at) => line.trim() !== '' && !CONTINUED.test(lines[at - 1] ?? ''))
}

/** So many lines have to look alike; the others are the rest of fields with line ends. Our own default. */
const ALIKE_SHARE = 0.75

/** The lines that have the same character as most, where these are nearly all; else none. */
function alike(lines: readonly string[], charOf: (line: string) => string): readonly string[] {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(charOf(line), (counts.get(charOf(line)) ?? 0) + 1)
  const [most] = [...counts].sort((one, other) => other[1] - one[1])
  if (most === undefined || most[1] < lines.length * ALIKE_SHARE) return []
  return lines.filter((line) => charOf(line) === most[0])
}

function sharedStart(lines: readonly string[]): string {
  return lines.reduce((shared, line) => {
    let length = 0
    while (length < shared.length && shared[length] === line[length]) length++
    return shared.slice(0, length)
  })
}

/** What nothing ends with but a line: signs of amounts and rates are none of these. */
const END_MARKS = /[|@#~^$&]+$/

/**
 * What all lines end with behind their last field, as MySQL's `LINES TERMINATED BY '||\n'` writes it: it would become part
 * of every last text.
 * @param texts samples from all over the file, each of whole lines
 * @returns null where the lines share nothing but what may belong to the field or is a delimiter
 */
export function findLineEnd(texts: readonly string[], delimiter: string, newline: string): string | null {
  const first = lineEndIn(firstOf(texts, newline), delimiter, newline)
  return first === null ? null : lineEndIn(texts, delimiter, newline)
}

function lineEndIn(texts: readonly string[], delimiter: string, newline: string): string | null {
  const lines = alike(
    texts.flatMap((text) => recordStarts(text, newline)),
    (line) => line.slice(-1),
  )
  if (lines.length < 2) return null
  const reversed = lines.map((line) => [...(line.split(delimiter).at(-1) ?? '')].reverse().join(''))
  return END_MARKS.exec([...sharedStart(reversed)].reverse().join(''))?.[0] ?? null
}

/** What stands in front of the quotes of every line's first field (`REC"0001"`). */
function beforeQuote(
  lines: readonly string[],
  field: string,
  delimiter: string,
  quote: string | null,
): string | undefined {
  const opening = quote === null ? -1 : field.indexOf(quote)
  if (quote === null || opening < 1) return undefined
  const wraps = lines.every((line) => {
    const first = line.slice(opening + 1).split(delimiter)[0] ?? ''
    return first.endsWith(quote)
  })
  return wraps ? field.slice(0, opening) : undefined
}

/** The text without what its lines begin with; a line without the prefix stays as it is. */
export function withoutPrefix(text: string, prefix: string, newline: string): string {
  return text
    .split(newline)
    .map((line) => (line.startsWith(prefix) ? line.slice(prefix.length) : line))
    .join(newline)
}
