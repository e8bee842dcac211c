import type { FileProfile } from '../../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../../shared/domain/branch/app-error.ts'
import { RecordSplitter, type SourceRecord } from '../record-splitter.ts'
import { columnsNamed, uniqueNames } from './column-names.ts'
import {
  cutsInto,
  decideRecordEnd,
  detectDelimiter,
  detectNewline,
  detectQuote,
  judgedLines,
  possibleDelimiters,
} from './detect.ts'
import {
  CURLED_QUOTE,
  type Dialect,
  DOUBLE_QUOTE,
  PLAIN_DIALECT,
  type QuotePair,
  SINGLE_QUOTE,
} from './dialect.ts'
import { detectEscape, type FoundEscape } from './escapes.ts'
import { Furniture } from './furniture.ts'
import { withDelimitersBack } from './half-character.ts'
import { type FoundHeader, findHeader } from './header-record.ts'
import { quotesAreText } from './stray-quotes.ts'
import type { ColumnUse } from './used-columns.ts'

/** The part of a file's profile that says how its text is written. */
export type TextOptions = Pick<
  FileProfile,
  'delimiter' | 'quote' | 'escape' | 'lineBreaks' | 'endDelimiter' | 'header' | 'columns' | 'skipLines'
>

/** What the beginning of a text file says of the rest. */
export interface TextStart {
  readonly dialect: Dialect
  /** The header, or the first record of a file without one; without the nothing behind a last delimiter. */
  readonly first: readonly string[]
  /** Where the first record to be read stands: behind the header, where there is one. */
  readonly line: number
  /** Characters before it, from the end of the byte order mark. */
  readonly skippedChars: number
  readonly furniture: Furniture
}

export interface TextFacts {
  readonly file: string
  /** True for encodings of the GBK family. */
  readonly halfCharacters: boolean
  /** Samples from all over the file, for what its beginning cannot tell. */
  readonly samples: () => readonly string[]
}

const QUOTES: Readonly<Record<Exclude<TextOptions['quote'], 'auto'>, QuotePair | null>> = {
  '"': DOUBLE_QUOTE,
  "'": SINGLE_QUOTE,
  '“”': CURLED_QUOTE,
  none: null,
}

/** How much of the body the file's habits are judged by. */
const JUDGED_CHARS = 131_072

/** Where a line's follower begins, or the text's end. */
function afterLine(text: string, at: number, newline: string): number {
  const end = text.indexOf(newline, at)
  return end < 0 ? text.length : end + 1
}

function skipLines(text: string, lines: number, newline: string): number {
  let at = 0
  for (let count = 0; count < lines; count++) at = afterLine(text, at, newline)
  return at
}

/** Some programs write more than one byte order mark, or one of another encoding's. */
const MARKS = /^\ufeff+/
/** The line that tells a spreadsheet program the delimiter; it is part of no table. */
const SEPARATOR_LINE = /^"?sep=([^\r\n"]{1,10}?)"?\r*(?:[\r\n]|$)/i

/** A delimiter as people write a character that they cannot type: `\t`, `\x1d`, `\u0001`, `\001`, `0x1d`. */
const NOTATION = /^(?:\\x|\\u|0x)([0-9a-f]{2,4})$|^\\([0-7]{3})$|^\\(t)$/i

function meantDelimiter(written: string): string {
  const [, hex, octal, tab] = NOTATION.exec(written) ?? []
  if (tab !== undefined) return '\t'
  if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16))
  return octal === undefined ? written : String.fromCharCode(Number.parseInt(octal, 8))
}

interface Header extends FoundHeader {
  readonly delimiter: string
}

function headerWith(
  delimiters: readonly string[],
  base: Dialect,
  uses: readonly string[],
  places: readonly { readonly head: string; readonly line: number }[],
  file: string,
): Header {
  let best: Header | null = null
  // titles may be fewer than the lines to skip, which then reach behind the last line
  const searched = places.filter(({ head }, at) => at === places.length - 1 || head.trim() !== '')
  for (const { head, line } of searched) {
    for (const delimiter of delimiters) {
      const found = findHeader(head, { ...base, delimiter }, uses, line, file)
      if (best === null || found.named > best.named) best = { ...found, delimiter }
      if (found.named === uses.length) return best
    }
  }
  if (best === null) throw new AppError('imports.emptyFile', { file })
  return best
}

/**
 * Decides once, for the whole file, how it is written: line ends, delimiter, quotes, escapes, header, and whether lines
 * end with a delimiter.
 * @param text decoded text of the file's beginning
 * @throws AppError as `findHeader`
 */
export function readStart(text: string, options: TextOptions, use: ColumnUse, facts: TextFacts): TextStart {
  const marks = MARKS.exec(text)?.[0].length ?? 0
  const newline = detectNewline(text)
  const separator = SEPARATOR_LINE.exec(text.slice(marks))
  const sepLines = separator ? 1 : 0
  const titles = Math.max(options.skipLines, sepLines)
  const titleChars = Math.max(skipLines(text, titles, newline), marks)
  const head = text.slice(titleChars)
  const lines = judgedLines(head, newline)
  const quote =
    options.quote === 'auto' ? detectQuote(lines, quotedBetween(options, lines)) : QUOTES[options.quote]
  const base: Dialect = {
    ...PLAIN_DIALECT,
    quote,
    newline,
    halfCharacters: facts.halfCharacters,
  }
  const uses = options.header ? use.uses : []
  const top = { head: text.slice(Math.max(skipLines(text, sepLines, newline), marks)), line: sepLines + 1 }
  const places = [{ head, line: titles + 1 }, ...(uses.length > 0 && titles > sepLines ? [top] : [])]
  const delimiters = delimitersFor(options, separator?.[1], lines, quote, uses)
  const { record, delimiter } = headerWith(delimiters, base, uses, places, facts.file)
  refuseReturns(text.slice(marks, skipLines(text, record.line - 1, newline)), newline, facts.file)
  const behind = record.line - 1 + record.raw.split(newline).length
  const body = options.header ? behind : titles
  const skippedChars = options.header ? skipLines(text, body, newline) : titleChars
  const width = options.header ? usualWidth(record.fields) : (options.columns?.length ?? null)
  const dialect = bodyDialect({ ...base, delimiter }, text.slice(skippedChars), width, options, facts)
  return bodyStart(
    dialect,
    record,
    text.slice(skippedChars),
    { line: body + 1, skippedChars },
    options,
    use,
    facts,
  )
}

/** What may stand between quotes. */
function quotedBetween({ delimiter }: TextOptions, lines: readonly string[]): readonly string[] {
  return delimiter === 'auto' ? possibleDelimiters(lines) : [meantDelimiter(delimiter)]
}

/** Titles that lone carriage returns end would be counted as one line, and records above the header with them. */
function refuseReturns(titles: string, newline: string, file: string): void {
  if (newline === '\n' && /\r(?!\r*\n)/.test(titles)) throw new AppError('imports.mixedLineEnds', { file })
}

/** The delimiters to try, the likeliest first. */
function delimitersFor(
  options: TextOptions,
  separator: string | undefined,
  lines: readonly string[],
  quote: QuotePair | null,
  uses: readonly string[],
): readonly string[] {
  if (options.delimiter !== 'auto') return [meantDelimiter(options.delimiter)]
  if (separator !== undefined) return [meantDelimiter(separator)]
  const detected = detectDelimiter(lines, quote)
  if (options.header && uses.length === 0) return [detected]
  const possible = possibleDelimiters(lines)
  const several = possible.filter((each) => each.length > 1)
  const all = [...new Set([...several, detected, ...possible])]
  if (options.header) return all
  const columns = options.columns?.length
  return [all.find((each) => columns !== undefined && cutsInto(lines, each, quote, columns)) ?? detected]
}

const SAID: Readonly<Record<'backslash' | 'none', FoundEscape>> = {
  backslash: { escapes: true, unclear: false },
  none: { escapes: false, unclear: false },
}

/** The fields of a record, without the nothing behind a last delimiter. */
function usualWidth(header: readonly string[]): number {
  return header.length - (header.length > 1 && header.at(-1)?.trim() === '' ? 1 : 0)
}

function bodyDialect(
  dialect: Dialect,
  body: string,
  width: number | null,
  options: TextOptions,
  facts: TextFacts,
): Dialect {
  const wanted = options.escape ?? 'auto'
  const texts = () => [body, ...facts.samples().slice(1)]
  const found = wanted === 'auto' ? detectEscape(texts(), dialect, width) : SAID[wanted]
  const { escapes } = found
  // where a database has escaped its quotes, none is stray, and line ends in fields are as likely as not
  return {
    ...dialect,
    escape: escapes,
    escapeUnclear: found.unclear,
    lineBreaks: options.lineBreaks ?? escapes,
  }
}

/** Whether a character of the record may be half a character and a delimiter, so that its fields cannot be counted. */
function mayHideDelimiter({ raw }: SourceRecord, { delimiter, halfCharacters }: Dialect): boolean {
  return halfCharacters && withDelimitersBack(raw, delimiter, 1) !== null
}

function bodyStart(
  dialect: Dialect,
  record: SourceRecord,
  body: string,
  place: Pick<TextStart, 'line' | 'skippedChars'>,
  options: TextOptions,
  use: ColumnUse,
  facts: TextFacts,
): TextStart {
  const splitter = new RecordSplitter(dialect, null)
  splitter.push(body.slice(0, JUDGED_CHARS), body.length <= JUDGED_CHARS)
  const judged = splitter.drain().records.filter((each) => !mayHideDelimiter(each, dialect))
  const rows = judged.map(({ fields }) => fields)
  const given = options.header ? null : (options.columns?.length ?? null)
  const first = options.header ? record.fields : (rows[0] ?? record.fields)
  const end = decideRecordEnd(first, options.header, rows, options.endDelimiter ?? 'auto', given)
  const whole = { ...dialect, endDelimiter: end.endDelimiter }
  const columns = first.slice(0, first.length - (end.endDelimiter && first.at(-1)?.trim() === '' ? 1 : 0))
  const named = options.header ? first.slice(0, end.width) : columns
  const names = options.header ? uniqueNames(named) : (options.columns ?? [])
  const keys = use.keys.flatMap((key) => columnsNamed(names, key).slice(0, 1))
  return {
    dialect: { ...whole, strayQuotes: quotesAreText(facts.samples, whole, end.width) },
    first: named,
    ...place,
    furniture: new Furniture(options.header ? named : [], keys),
  }
}
