import { CURLED_QUOTE, type Dialect, DOUBLE_QUOTE, type QuotePair, SINGLE_QUOTE } from './dialect.ts'
import { returnsEndLines } from './line-ends.ts'
import { splitRecord } from './split-record.ts'
import { isWhollyWrapped } from './wholly-wrapped.ts'

/** Control characters come first, because text holds none; then in order of preference among equals. */
const DELIMITERS = [
  '\u0001',
  '\u0002',
  '\u001b',
  '\u001c',
  '\u001d',
  '\u001e',
  '\u001f',
  '\u0007',
  ',',
  ';',
  '\t',
  '|',
  '^',
  '~',
  '｜',
  '¦',
  '│',
  '，',
] as const
const LINES_TO_JUDGE = 20

/** @returns the first lines that hold anything */
export function judgedLines(sample: string, newline: string): string[] {
  return sample
    .split(newline, LINES_TO_JUDGE * 2)
    .map((line) => line.replace(/\r+$/, ''))
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_TO_JUDGE)
}

type Quoting = Pick<Dialect, 'quote'>

function fieldsOf(line: string, delimiter: string, { quote }: Quoting): readonly string[] {
  const fields = splitRecord(line, { delimiter, quote, strayQuotes: true, escape: null })
  return typeof fields === 'string' ? [] : fields
}

/** The number of fields that most lines have; 1 where most are not cut at all. */
function usualWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [1, 0])[0]
}

/** How many of the lines have as many fields as most, times a little more for wider records. */
function score(lines: readonly string[], delimiter: string, quoting: Quoting): number {
  const widths = lines.map((line) => fieldsOf(line, delimiter, quoting).length)
  const width = usualWidth(widths)
  if (width < 2) return 0
  const agreeing = widths.filter((each) => each === width).length
  return agreeing / lines.length + Math.min(width, LINES_TO_JUDGE) / (LINES_TO_JUDGE * 10)
}

/** ASCII's own delimiters of records and of fields (sqlite3's `.mode ascii`). */
const RECORD_SEPARATOR = '\u001e'
const UNIT_SEPARATOR = '\u001f'

/** Whether the ASCII delimiters cut the sample into records of one width: in text that is written so, line ends mean nothing. */
function isAsciiTable(sample: string): boolean {
  if (!sample.includes(RECORD_SEPARATOR) || !sample.includes(UNIT_SEPARATOR)) return false
  const [first = '', ...records] = sample.split(RECORD_SEPARATOR, LINES_TO_JUDGE + 1).slice(0, LINES_TO_JUDGE)
  const width = first.split(UNIT_SEPARATOR).length
  return (
    width > 1 && records.every((record) => record === '' || record.split(UNIT_SEPARATOR).length === width)
  )
}

/** `\r` alone ends lines only in a file that has no `\n` but in its fields. */
export function detectNewline(sample: string): string {
  if (isAsciiTable(sample)) return RECORD_SEPARATOR
  if (!sample.includes('\r')) return '\n'
  return sample.includes('\n') && !returnsEndLines(sample) ? '\n' : '\r'
}

/** Two to five marks in a row between two names. */
const MARKS = /[|^~!@#$&*+]{2,5}/g

/**
 * Delimiters of several characters (`|@|`, `||`, `^|`, `~|~`, `!^`): a run of marks that stands in every line, the same
 * number of times, with nothing of it left over.
 */
function severalCharacters(lines: readonly string[], quoting: Quoting): string | undefined {
  const rows = lines.length > 1 ? lines : []
  const candidates = new Set((rows[0]?.match(MARKS) ?? []).filter((run) => run.length > 1))
  return [...candidates]
    .sort((one, other) => other.length - one.length)
    .find((run) => {
      const first = rows[0]?.split(run) ?? []
      // a name or two may be missing from a header, but not every second one
      const named = first.filter((name) => name.trim() !== '').length
      if (
        first.length < 2 ||
        named < first.length - 1 ||
        first.some((name) => name.includes(run.charAt(0)))
      ) {
        return false
      }
      const wide = rows.filter((line) => fieldsOf(line, run, quoting).length === first.length)
      return wide.length === rows.length
    })
}

/**
 * @param sample text from where the header begins
 * @returns what cuts the first lines into the same number of fields; a comma when nothing does
 */
export function detectDelimiter(lines: readonly string[], quote: QuotePair | null): string {
  const several = severalCharacters(lines, { quote })
  if (several !== undefined) return several
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const points = score(lines, delimiter, { quote })
    if (points > best.score) best = { delimiter, score: points }
  }
  return best.delimiter
}

/** Every delimiter that is looked for by itself, those of several characters that the line may hold in front. */
export function possibleDelimiters(lines: readonly string[]): readonly string[] {
  const runs = new Set(lines.flatMap((line) => line.match(MARKS) ?? []))
  return [...[...runs].sort((one, other) => other.length - one.length), ...DELIMITERS]
}

/** Whether most of the lines have so many fields, or one more that is empty. */
export function cutsInto(
  lines: readonly string[],
  delimiter: string,
  quote: QuotePair | null,
  columns: number,
): boolean {
  const fitting = lines.filter((line) => {
    const fields = fieldsOf(line, delimiter, { quote })
    return fields.length === columns || (fields.length === columns + 1 && fields.at(-1)?.trim() === '')
  })
  return columns > 1 && fitting.length * 2 > lines.length
}

/** So many lines have to have a column in quotes; the others are sums and footers. Our own default. */
const WRAPPED_SHARE = 0.9

function isWrapped(field: string, { open, close }: QuotePair): boolean {
  const text = field.trim()
  return text.length > 1 && text.startsWith(open) && text.endsWith(close)
}

/**
 * The quotes of a file: single ones or 全角 ones where they wrap a column on nearly every line or all of one, else
 * those of RFC 4180. A guard such as `'000123` does not wrap.
 */
export function detectQuote(lines: readonly string[], delimiters: readonly string[]): QuotePair {
  for (const pair of [SINGLE_QUOTE, CURLED_QUOTE]) {
    if (!lines.some((line) => line.includes(pair.open))) continue
    for (const delimiter of delimiters) {
      const rows = lines.map((line) => line.split(delimiter)).filter((row) => row.length > 1)
      const wraps = (at: number) =>
        rows.filter((row) => isWrapped(row[at] ?? '', pair)).length >= rows.length * WRAPPED_SHARE
      if (lines.some((_, at) => isWhollyWrapped(lines, at, delimiter, pair))) return pair
      // what cuts a line here and there delimits nothing
      const isUsual = rows.length * 2 > lines.length
      if (isUsual && (rows[0] ?? []).some((_, at) => wraps(at))) return pair
    }
  }
  return DOUBLE_QUOTE
}

/** Parts of a number that was grouped by thousands and cut at its comma. */
const GROUP_START = /^[-+¥￥(]?\d{1,3}$/u
const GROUP = /^\d{3}(?:\.\d{1,2})?\)?$/

/** Parts of a number that was cut at its decimal mark. */
const WHOLE = /^[-+¥￥(]?[\d.]*\d$/u
const DECIMALS = /^\d{1,2}(?:[-+)元]|万)?$/u

/**
 * Whether two fields side by side are what a delimiter made of one number.
 * @param cutsDecimals whether the profile says that numbers have the delimiter for their decimal mark
 * @param keys the places of columns that hold keys, which are no parts of numbers
 */
export function hasCutNumber(
  fields: readonly string[],
  cutsDecimals: boolean,
  keys: readonly number[],
): boolean {
  return fields.some((field, at) => {
    if (keys.includes(at) || keys.includes(at + 1)) return false
    const [start, rest] = [field.trim(), fields[at + 1]?.trim() ?? '']
    if (GROUP_START.test(start) && GROUP.test(rest)) return true
    return cutsDecimals && WHOLE.test(start) && DECIMALS.test(rest)
  })
}

/** A number that holds its delimiter, which stands in quotes then. */
const MARKED_NUMBER = /^[-+¥￥(]?\d[\d.,]*[,.]\d+(?:[-+)元]|万)?$/u

/** The share of damaged lines that a file's habit may have. Our own default. */
const DAMAGED_SHARE = 0.05

export interface RecordEnd {
  /** Number of columns. */
  readonly width: number
  /** Whether every record ends with one more delimiter. */
  readonly endDelimiter: boolean
}

/** A record by which the end of all records is judged. */
export interface JudgedRecord {
  /** Physical line of the text that is judged, from 1. */
  readonly line: number
  readonly fields: readonly string[]
  /** Its fields where its quotes are characters. */
  readonly asText: readonly string[]
  /** Whether its first field stands in quotes. */
  readonly opensQuoted: boolean
}

interface Ends {
  /** Records with nothing behind one more delimiter, and how many of them a number makes that was cut. */
  readonly ended: number
  readonly cut: number
  /** Records with one more field that holds something. */
  readonly extra: number
  readonly plain: number
}

function countEnds(
  rows: readonly (readonly string[])[],
  width: number,
  isCut: (fields: readonly string[]) => boolean,
): Ends {
  const further = rows.filter((fields) => fields.length === width + 1)
  const ended = further.filter((fields) => fields.at(-1)?.trim() === '')
  return {
    ended: ended.length,
    cut: ended.filter(isCut).length,
    extra: further.length - ended.length,
    plain: rows.filter((fields) => fields.length === width).length,
  }
}

function isHabit({ ended, cut, extra, plain }: Ends): boolean {
  return ended > 1 && plain + extra <= (ended + plain + extra) * DAMAGED_SHARE && cut * 2 < ended
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((field, at) => field === other[at])
}

/** What is known of a file besides its records. */
interface RecordFacts {
  /** What the profile says of the end of records. */
  readonly wanted: boolean | 'auto'
  /** The number of columns, where the profile names them. */
  readonly columns: number | null
  readonly delimiter: string
  /** Whether numbers have the delimiter for their decimal mark. */
  readonly cutsDecimals: boolean
  /** The places of the columns that a record's key is made of. */
  readonly keys: readonly number[]
}

/** So many of the records have to be the same whether quotes are characters or not, before they are. Our own default. */
const SURE_SHARE = 2 / 3

/**
 * Decides for the whole file whether its lines end with a delimiter, in the header, in the records, in both or neither.
 * @param first the fields of the header, or of the first record of a file without one
 * @param hasHeader false when `first` is a record
 * @param lines further lines; a header that is repeated among them tells nothing of records
 */
export function decideRecordEnd(
  first: readonly string[],
  hasHeader: boolean,
  lines: readonly JudgedRecord[],
  { wanted, columns, delimiter, cutsDecimals, keys }: RecordFacts,
): RecordEnd {
  const open = hasHeader && first.length > 1 && first.at(-1)?.trim() === ''
  const width = columns ?? first.length - (open || (wanted === true && !hasHeader) ? 1 : 0)
  if (wanted === true) return { width, endDelimiter: true }
  if (wanted === false) return { width: columns ?? first.length, endDelimiter: false }
  const rows = hasHeader ? lines.filter(({ fields }) => !isSame(fields, first)) : lines
  // who quotes numbers that hold a delimiter cuts none
  const quotesNumbers = rows.some(({ fields }) =>
    fields.some((field) => field.includes(delimiter) && MARKED_NUMBER.test(field.trim())),
  )
  const isCut = (fields: readonly string[]) => !quotesNumbers && hasCutNumber(fields, cutsDecimals, keys)
  const all = countEnds(
    rows.map(({ fields }) => fields),
    width,
    isCut,
  )
  if (open) {
    if (all.extra > all.ended) return { width: width + 1, endDelimiter: false }
    return { width, endDelimiter: all.plain <= all.ended }
  }
  if (isHabit(all)) return { width, endDelimiter: true }
  // where quotes are characters in a file, they hide delimiters, and few records have any
  const sure = rows.filter(({ fields, asText }) => fields.length === asText.length)
  if (sure.length <= rows.length * SURE_SHARE) return { width, endDelimiter: false }
  const texts = countEnds(
    rows.map(({ asText }) => asText),
    width,
    isCut,
  )
  return { width, endDelimiter: isHabit(texts) }
}
