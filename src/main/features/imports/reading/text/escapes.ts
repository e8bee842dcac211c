import { BACKSLASH, BACKSLASH_QUOTES, type Dialect, type EscapeRule } from './dialect.ts'
import {
  endsEscaping,
  fieldCount,
  goesOn,
  isUnderRows,
  joinedCount,
  linesBetweenFeeds,
  linesBetweenReturns,
  linesOfRecords,
  type Widths,
} from './sampled-lines.ts'
import { recordsIn } from './sampled-records.ts'
import { ESCAPED_NULL, splitRecord } from './split-record.ts'

/** What backslashes mean in a file of which nobody has said so. */
export interface FoundEscape {
  /** What they escape, where something proves it. */
  readonly escape: EscapeRule | null
  /** Nothing proves that they escape nor that they do not, or both: outside of what `escape` says. */
  readonly unclear: boolean
}

/** Letters that MySQL's OUTFILE and batch mode, and PostgreSQL's COPY write behind a backslash. */
const LETTERS = 'bfnrtv0Z'
/** What the same programs and Informix take out of its role; a line end and the delimiter besides. */
const MARKS = '\\"\' \n\r'
const ESCAPES = /\\(?:[\s\S]|$)/gu
/**
 * A drive's path as people and Windows write it: in an unload its backslash would be doubled. A letter alone behind the
 * backslash may as well be a line end or a tab behind `A:`; the other control characters stand in no text.
 */
const DRIVE = /(?:^|[^A-Za-z])[A-Za-z]:\\(?!\\|[nrt](?!\w))/
const DRIVE_OR_CONTROL = /(?:^|[^A-Za-z])[A-Za-z]:\\[nrt](?!\w)/
/** The same of a path on a server, whose name has two letters or is an address. */
const SERVER = /^\s*["']?\\\\(?:[A-Za-z][\w-][\w.-]*|\d+(?:\.\d+){3})\\(?=\w)/m
/** Enough lines to know how many fields a record has. Our own default. */
const LINES_TO_COUNT = 1_000
/** So many lines without a backslash have to be of one width before a line of another tells of escapes. Our own default. */
const AGREEING_SHARE = 0.9
const DOUBLED_DRIVE = /(?:^|[^A-Za-z])[A-Za-z]:\\\\(?!\\)/
/** A Windows line end of which OUTFILE has escaped the feed alone; nobody types a backslash between the two. */
const ESCAPED_FEED = /\r\\(?:\n|$)/
/** The last line of PostgreSQL's COPY. */
const END_OF_COPY = '\\.'
/** A tab written as two characters in front of or behind a key, as exports guard them. */
const WRITTEN_TABS = /^(?:\\t)+|(?:\\t)+$/g

/**
 * The lines that tell how many fields a record has: with `\N`, on which both readings agree, left out, each once, and
 * none of words alone, for a header may be repeated and need not end as records do; nor the rest of a record behind a
 * backslash or in quotes.
 */
function judgedRecords(lines: readonly string[], dialect: Dialect): readonly string[] {
  const { delimiter } = dialect
  const bare = (line: string) => {
    const fields = line.split(delimiter).map((field) => (field === ESCAPED_NULL ? '' : field))
    return fields.join(delimiter)
  }
  const records = lines
    .slice(0, LINES_TO_COUNT)
    .filter((line, at) => /\d/.test(line) && !goesOn(lines[at - 1] ?? '', dialect))
  return [...new Set(records.map((line) => (line.includes(ESCAPED_NULL) ? bare(line) : line)))]
}

/** Whether every backslash of a text may be one that a database wrote in front of something. */
function mayBeEscaped(text: string, delimiter: string): boolean {
  if (DRIVE.test(text) || SERVER.test(text)) return false
  return (text.match(ESCAPES) ?? []).every((each) => {
    const behind = each.slice(1)
    return behind === '' || LETTERS.includes(behind) || MARKS.includes(behind) || delimiter.includes(behind)
  })
}

/**
 * Whether a field can be read in two ways as long as nobody says what backslashes mean: `C:\\new` is a path with one
 * backslash or with two.
 * @param field as it stands between its delimiters
 * @param isCode a key, a number or a code: a written tab at its ends is a guard in either reading
 */
export function hasUnclearEscape(field: string, delimiter: string, isCode: boolean): boolean {
  if (!field.includes('\\') || field === ESCAPED_NULL) return false
  const text = isCode ? field.replace(WRITTEN_TABS, '') : field
  return text.includes('\\') && mayBeEscaped(text, delimiter)
}

/**
 * `quotes`: they escape quotes, which tells nothing of other characters. `doubled`: quotes are doubled, which programs do
 * that escape nothing. `drive`: a path has doubled backslashes, which people write as well. `drive-or-control`: a path, or
 * an escaped letter behind a colon. `line-end`: a line in quotes ends with one.
 */
type Proof = 'escaped' | 'quotes' | 'doubled' | 'literal' | 'drive' | 'drive-or-control' | 'line-end'

/** So many different texts whose lines all end with a backslash are no chance. Our own default. */
const LEAST_LINE_ENDS = 3

/**
 * Whether every line that a quoted text leaves open ends with a backslash, and many do: a database that escapes line ends
 * escapes all of them.
 * @param ends the ends of such lines with a backslash
 */
function escapesLineEnds(ends: ReadonlySet<string>, texts: readonly string[], dialect: Dialect): boolean {
  if (ends.size < LEAST_LINE_ENDS) return false
  const reading = { ...dialect, escape: BACKSLASH_QUOTES, strayQuotes: false }
  const isPlain = (line: string) => !endsEscaping(line) && splitRecord(line, reading) === 'open'
  return !texts.some((text) => linesBetweenFeeds(text, dialect).some(isPlain))
}

/** Whether a field is NULL; behind an escaped delimiter of several characters, one of them may be left in front. */
function isNull(field: string, delimiter: string): boolean {
  if (!field.endsWith(ESCAPED_NULL)) return false
  return [...field.slice(0, -ESCAPED_NULL.length)].every((char) => delimiter.includes(char))
}

/** Whether a line is a record only where backslashes escape its quotes. */
function escapesQuotes(line: string, dialect: Dialect, widths: Widths): boolean {
  const { quote } = dialect
  if (widths === null || quote === null || !line.includes(`\\${quote.close}`)) return false
  if (widths.includes(fieldCount(line, dialect, null))) return false
  return [BACKSLASH_QUOTES, BACKSLASH].some((rule) => widths.includes(fieldCount(line, dialect, rule)))
}

/** What a record with a backslash proves of characters other than quotes. */
function proofOf(records: readonly string[], at: number, dialect: Dialect, widths: Widths): Proof | null {
  const { delimiter } = dialect
  const line = records[at] ?? ''
  const fields = line.split(delimiter)
  const others = fields.filter((field) => !isNull(field, delimiter))
  if (!others.every((field) => mayBeEscaped(field, delimiter))) return 'literal'
  return proofOfWidth(records, at, fields, dialect, widths) ?? (DOUBLED_DRIVE.test(line) ? 'drive' : null)
}

/** What the number of fields proves that a record has in either reading. */
function proofOfWidth(
  records: readonly string[],
  at: number,
  fields: readonly string[],
  dialect: Dialect,
  widths: Widths,
): Proof | null {
  const line = records[at] ?? ''
  const atEnd = endsEscaping(line)
  if (widths === null || (!atEnd && !fields.slice(0, -1).some(endsEscaping))) return null
  if (widths.length === 0) return 'escaped'
  if (atEnd) return proofAtEnd(records, at, dialect, widths)
  const asText = fieldCount(line, dialect, null)
  const escaped = fieldCount(line, dialect, BACKSLASH)
  if (widths.includes(asText)) return widths.includes(escaped) ? null : 'literal'
  return widths.includes(escaped) ? 'escaped' : null
}

/** Whether a line is a record where backslashes escape quotes at most. */
function isRecordAsText(line: string, dialect: Dialect, widths: readonly number[]): boolean {
  return [null, BACKSLASH_QUOTES].some((rule) => widths.includes(fieldCount(line, dialect, rule)))
}

/** What a backslash at a line's end proves: that the record goes on behind it, or that it is the last character of a text. */
function proofAtEnd(
  records: readonly string[],
  at: number,
  dialect: Dialect,
  widths: readonly number[],
): Proof | null {
  const asText = fieldCount(records[at] ?? '', dialect, null)
  if (isRecordAsText(records[at] ?? '', dialect, widths)) {
    const next = records[at + 1] ?? ''
    // a line that is not whole by itself tells of its own damage, and what stands under the rows of nothing
    if (next.trim() === '' || isUnderRows(next, dialect)) return null
    if (isRecordAsText(next, dialect, widths)) return 'literal'
    if (fieldCount(next, dialect, null) === 0) return null
  }
  // in quotes a backslash may be the last character of a line in either reading
  const mayBeQuoted = [null, BACKSLASH_QUOTES].some((rule) =>
    widths.includes(joinedCount(records, at, dialect, rule)),
  )
  if (asText === 0 && mayBeQuoted) return 'line-end'
  return widths.includes(joinedCount(records, at, dialect, BACKSLASH)) ? 'escaped' : null
}

/** A quote in quotes that is doubled: who escapes with backslashes writes `\\"`. */
function hasDoubledQuote(line: string, dialect: Dialect): boolean {
  const { quote, delimiter } = dialect
  if (quote === null || !line.includes(quote.close + quote.close)) return false
  const fields = splitRecord(line, { ...dialect, escape: null, strayQuotes: false })
  if (typeof fields === 'string' || !fields.some((field) => field.includes(quote.close))) return false
  return line.split(delimiter).some((field) => {
    const text = field.trim()
    const isQuoted = text.length > 2 && text.startsWith(quote.open) && text.endsWith(quote.close)
    return isQuoted && text.slice(1, -1).includes(quote.close + quote.close)
  })
}

/**
 * The fields that most lines without a backslash have; without such lines those of the header, and one more where
 * records may end with a delimiter.
 */
function likelyWidths(lines: readonly string[], dialect: Dialect, columns: number | null): Widths {
  const counts = new Map<number, number>()
  let counted = 0
  for (const line of lines.slice(0, LINES_TO_COUNT)) {
    if (line === '' || line.includes('\\')) continue
    const width = fieldCount(line, dialect, null)
    if (width < 2) continue
    counts.set(width, (counts.get(width) ?? 0) + 1)
    counted++
  }
  const [best] = [...counts].sort((one, other) => other[1] - one[1])
  if (best === undefined) return columns === null ? [] : [columns, columns + 1]
  // where delimiters stand in fields anyway, one in front of which there is a backslash is no other
  if (best[1] < counted * AGREEING_SHARE) return null
  return columns === null || best[0] === columns || best[0] === columns + 1 ? [best[0]] : null
}

/** The widths of records, by the lines without lone returns where there are any: those may be text, or end records. */
function widthsOf(lines: readonly string[], dialect: Dialect, columns: number | null): Widths {
  const judged = judgedRecords(lines, dialect)
  const whole = judged.filter((line) => !line.includes('\r'))
  const known = whole.length > 0 ? whole : judgedRecords(linesBetweenReturns(judged), dialect)
  return likelyWidths(known, dialect, columns)
}

/** Whether all backslashes besides those of NULLs and quotes are doubled, and there are some. */
function othersAreDoubled(escapes: ReadonlySet<string>): boolean {
  const others = [...escapes].filter((each) => each !== '\\"' && each !== "\\'" && each !== ESCAPED_NULL)
  return others.length > 0 && others.every((each) => each === '\\\\')
}

/**
 * Escaped delimiters and line ends prove that everything is escaped. Escaped quotes prove it of quotes only: Spark, Python
 * and json2csv leave other backslashes as they are.
 * @param texts samples from all over the file, each of whole lines
 * @param columns the fields of a record, where they are known
 */
export function detectEscape(
  texts: readonly string[],
  dialect: Dialect,
  columns: number | null,
): FoundEscape {
  const found = new Set<Proof | null>()
  const escapes = new Set<string>()
  const lineEnds = new Set<string>()
  const lastOf = (line: string) => line.split(dialect.delimiter).at(-1) ?? ''
  let hasNulls = false
  for (const text of texts) {
    if (!text.includes('\\')) continue
    const lines = linesBetweenFeeds(text, dialect)
    const widths = widthsOf(lines, dialect, columns)
    const records = recordsIn(linesOfRecords(lines, dialect, widths), dialect, widths ?? [])
    records.forEach((line, at) => {
      if (hasDoubledQuote(line, dialect)) found.add('doubled')
      const begun = line.split('\n').slice(0, -1)
      for (const each of begun) if (endsEscaping(each)) lineEnds.add(lastOf(each))
      if (line === END_OF_COPY) found.add('escaped')
      if (!line.includes('\\') || line === END_OF_COPY) return
      if (escapesQuotes(line, dialect, widths)) found.add('quotes')
      if (ESCAPED_FEED.test(line)) found.add('escaped')
      if (DRIVE_OR_CONTROL.test(line)) found.add('drive-or-control')
      const proof = proofOf(records, at, dialect, widths)
      if (proof === 'line-end') lineEnds.add(lastOf(line))
      found.add(proof)
      for (const each of line.match(ESCAPES) ?? []) escapes.add(each)
      hasNulls ||= line.split(dialect.delimiter).includes(ESCAPED_NULL)
    })
  }
  if (escapesLineEnds(lineEnds, texts, dialect)) found.add('escaped')
  const isDoubtful = !found.has('escaped') && found.has('drive') && found.has('drive-or-control')
  const escaped = !isDoubtful && (found.has('escaped') || found.has('drive'))
  const literal = found.has('literal') || found.has('doubled')
  if (escaped && !literal) return { escape: BACKSLASH, unclear: false }
  if (!escaped && found.has('quotes') && !found.has('doubled')) {
    if (literal && !isDoubtful) return { escape: BACKSLASH_QUOTES, unclear: false }
    const all = (hasNulls || othersAreDoubled(escapes)) && !found.has('drive-or-control')
    return all ? { escape: BACKSLASH, unclear: false } : { escape: BACKSLASH_QUOTES, unclear: true }
  }
  return { escape: null, unclear: isDoubtful || escaped === literal }
}
