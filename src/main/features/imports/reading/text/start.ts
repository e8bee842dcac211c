import type { FileProfile } from '../../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../../shared/domain/branch/app-error.ts'
import { RecordSplitter, type SourceRecord } from '../record-splitter.ts'
import { firstFields, refuseWidth } from './bare-table.ts'
import { chooseHeader, type HeaderPlace } from './choose-header.ts'
import { columnsNamed, uniqueNames } from './column-names.ts'
import { decideRecordEnd, detectNewline, type JudgedRecord, judgedLines } from './detect.ts'
import {
  BACKSLASH,
  BACKSLASH_QUOTES,
  type Dialect,
  DOUBLE_QUOTE,
  escapedBy,
  PLAIN_DIALECT,
  SINGLE_QUOTE,
} from './dialect.ts'
import { detectEscape, type FoundEscape } from './escapes.ts'
import { Furniture } from './furniture.ts'
import { withDelimitersBack } from './half-character.ts'
import { withoutPrefix } from './line-prefix.ts'
import { refuseContinued, refuseEscape, refuseLineEnd, refusePrefix, refuseRowNames } from './refuse-forms.ts'
import { hasSingleQuotes } from './single-quotes.ts'
import { splitRecord } from './split-record.ts'
import { quotesAreText } from './stray-quotes.ts'
import type { ColumnUse } from './used-columns.ts'

/** The part of a file's profile that says how its text is written. */
export type TextOptions = Pick<
  FileProfile,
  | 'delimiter'
  | 'quote'
  | 'escape'
  | 'linePrefix'
  | 'lineEnd'
  | 'lineBreaks'
  | 'endDelimiter'
  | 'header'
  | 'columns'
  | 'skipLines'
> &
  Partial<Pick<FileProfile, 'decimal'>>

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

/** How much of the body the file's habits are judged by. */
const JUDGED_CHARS = 131_072

/** Where a line's follower begins, or the text's end. */
function afterLine(text: string, at: number, newline: string): number {
  const end = text.indexOf(newline, at)
  return end < 0 ? text.length : end + newline.length
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

/**
 * Decides once, for the whole file, how it is written: line ends, delimiter, quotes, escapes, header, and whether lines
 * end with a delimiter.
 * @param whole decoded text of the file's beginning
 * @throws AppError as `findHeader`; imports.linePrefix, imports.escapeMark and imports.rowNames for what the profile has to say
 */
export function readStart(whole: string, options: TextOptions, use: ColumnUse, given: TextFacts): TextStart {
  const newline = options.lineEnd ?? detectNewline(whole)
  const linePrefix = options.linePrefix ?? ''
  const bare = (text: string) => (linePrefix === '' ? text : withoutPrefix(text, linePrefix, newline))
  const text = bare(whole)
  const facts = linePrefix === '' ? given : { ...given, samples: () => given.samples().map(bare) }
  const marks = MARKS.exec(text)?.[0].length ?? 0
  const separator = SEPARATOR_LINE.exec(text.slice(marks))
  const sepLines = separator ? 1 : 0
  const titles = Math.max(options.skipLines, sepLines)
  const head = text.slice(Math.max(skipLines(text, titles, newline), marks))
  const lines = judgedLines(head, newline)
  const base: Dialect = { ...PLAIN_DIALECT, newline, halfCharacters: facts.halfCharacters }
  const uses = options.header ? use.uses : []
  const top = { head: text.slice(Math.max(skipLines(text, sepLines, newline), marks)), line: sepLines + 1 }
  const places: HeaderPlace[] = [
    { head, line: titles + 1 },
    ...(uses.length > 0 && titles > sepLines ? [top] : []),
  ]
  const { record, delimiter, quote } = chooseHeader(
    options,
    separator?.[1],
    lines,
    base,
    uses,
    places,
    facts.file,
  )
  refuseReturns(text.slice(marks, skipLines(text, record.line - 1, newline)), newline, facts.file)
  const behind = record.line - 1 + record.raw.split(newline).length
  const body = options.header ? behind : titles
  const bodyText = text.slice(skippedTo(text, body, newline, options, marks))
  const width = options.header ? usualWidth(record.fields) : (options.columns?.length ?? null)
  if (use.uses.length > 0 && options.linePrefix === undefined) {
    refusePrefix(facts, delimiter, newline, quote)
  }
  if (use.uses.length > 0 && options.lineEnd === undefined) refuseLineEnd(facts, delimiter, newline)
  const dialect = bodyDialect({ ...base, delimiter, quote }, bodyText, width, options, facts)
  if (use.uses.length > 0 && (options.escape ?? 'auto') === 'auto' && dialect.escape === null) {
    refuseEscape(facts, dialect, width ?? usualWidth(record.fields))
  }
  return bodyStart(
    dialect,
    record,
    bodyText,
    { line: body + 1, skippedChars: skippedTo(whole, body, newline, options, marks) },
    options,
    use,
    facts,
  )
}

/** Where the first record stands: behind the header, else behind the titles and the mark of the encoding. */
function skippedTo(
  text: string,
  lines: number,
  newline: string,
  { header }: TextOptions,
  marks: number,
): number {
  const at = skipLines(text, lines, newline)
  return header ? at : Math.max(at, marks)
}

/** Titles that lone carriage returns end would be counted as one line, and records above the header with them. */
function refuseReturns(titles: string, newline: string, file: string): void {
  if (newline === '\n' && /\r(?!\r*\n)/.test(titles)) throw new AppError('imports.mixedLineEnds', { file })
}

/** What the profile says; another text than these three is the mark itself. */
function saidEscape(wanted: string): FoundEscape {
  if (wanted === 'none') return { escape: null, unclear: false }
  if (wanted === 'backslash') return { escape: BACKSLASH, unclear: false }
  return { escape: wanted === 'quotes' ? BACKSLASH_QUOTES : escapedBy(wanted), unclear: false }
}

/** The fields of a record, without the nothing behind a last delimiter. */
function usualWidth(header: readonly string[]): number {
  return header.length - (header.length > 1 && header.at(-1)?.trim() === '' ? 1 : 0)
}

function bodyDialect(
  found: Dialect,
  body: string,
  width: number | null,
  options: TextOptions,
  facts: TextFacts,
): Dialect {
  const wanted = options.escape ?? 'auto'
  const texts = () => [body, ...facts.samples().slice(1)]
  const isSingle =
    options.quote === 'auto' &&
    found.quote === DOUBLE_QUOTE &&
    width !== null &&
    hasSingleQuotes(texts(), found, width)
  const dialect = isSingle ? { ...found, quote: SINGLE_QUOTE } : found
  const { escape: rule, unclear } =
    wanted === 'auto' ? detectEscape(texts(), dialect, width) : saidEscape(wanted)
  // where a database has escaped its quotes, none is stray, and line ends in fields are as likely as not
  const escapesLineEnds = rule !== null && !rule.quotesOnly
  return {
    ...dialect,
    escape: rule,
    escapeUnclear: unclear,
    lineBreaks: options.lineBreaks ?? escapesLineEnds,
  }
}

/** Whether a character of the record may be half a character and a delimiter, so that its fields cannot be counted. */
function mayHideDelimiter({ raw }: SourceRecord, { delimiter, halfCharacters }: Dialect): boolean {
  return halfCharacters && withDelimitersBack(raw, delimiter, 1) !== null
}

function judged(
  line: number,
  raw: string,
  fields: readonly string[],
  { delimiter, quote }: Dialect,
): JudgedRecord {
  const opensQuoted = quote !== null && raw.startsWith(quote.open)
  return { line, fields, asText: raw.split(delimiter), opensQuoted }
}

/** Whether fields are a record's, also with nothing behind one more delimiter. */
function isRecord(fields: readonly string[], width: number | null): boolean {
  return fields.length === width || (fields.length - 1 === width && fields.at(-1)?.trim() === '')
}

/**
 * A record, or those that lone carriage returns end on its line, as files of two systems in one have them. In a line that
 * is a record, or whose parts are none, they stand in a text.
 * @param width number of columns; null where nobody knows it
 */
function judgedRecords(
  { line, raw, fields }: SourceRecord,
  dialect: Dialect,
  width: number | null,
): readonly JudgedRecord[] {
  if (raw.includes('\r') && dialect.newline === '\n' && !isRecord(fields, width)) {
    const parts = raw.split('\r').flatMap((part) => {
      const found = splitRecord(part, dialect)
      return typeof found === 'string' ? [null] : [judged(line, part, found, dialect)]
    })
    const usual = width ?? parts[0]?.fields.length ?? 0
    const records = parts.filter((part) => part !== null)
    const isCut = records.every(
      ({ fields: { length } }) => length === 1 || length === usual || length === usual + 1,
    )
    if (isCut && records.length === parts.length) return records
  }
  return [judged(line, raw, fields, dialect)]
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
  const judgedText = body.slice(0, JUDGED_CHARS)
  const splitter = new RecordSplitter(dialect, null)
  splitter.push(judgedText, body.length <= JUDGED_CHARS)
  const records = splitter.drain().records.filter((each) => !mayHideDelimiter(each, dialect))
  const given = options.header ? null : (options.columns?.length ?? null)
  const usual = options.header ? usualWidth(record.fields) : given
  const rows = records.flatMap((each) => judgedRecords(each, dialect, usual))
  const first = options.header ? record.fields : firstFields(record, rows, dialect, given)
  const wanted = options.endDelimiter ?? 'auto'
  const cutsDecimals = options.decimal === dialect.delimiter
  const keysIn = (names: readonly string[]) => use.keys.flatMap((key) => columnsNamed(names, key).slice(0, 1))
  const end = decideRecordEnd(first, options.header, rows, {
    wanted,
    columns: given,
    delimiter: dialect.delimiter,
    cutsDecimals,
    keys: keysIn(options.header ? uniqueNames(first) : (options.columns ?? [])),
  })
  const whole = { ...dialect, endDelimiter: end.endDelimiter }
  if (given !== null) {
    refuseWidth({ file: facts.file, text: judgedText, line: place.line }, rows, first, whole, given)
  }
  const columns = first.slice(0, first.length - (end.endDelimiter && first.at(-1)?.trim() === '' ? 1 : 0))
  const named = options.header ? first.slice(0, end.width) : columns
  const names = options.header ? uniqueNames(named) : (options.columns ?? [])
  const keys = keysIn(names)
  if (options.header && use.uses.length > 0 && !end.endDelimiter)
    refuseRowNames(facts, rows, first, end.width, keys)
  const furniture = new Furniture(options.header ? named : [], keys)
  if (options.header) refuseContinued(facts, body, whole, furniture, keys)
  const linePrefix = options.linePrefix ?? ''
  return {
    dialect: { ...whole, linePrefix, strayQuotes: quotesAreText(facts.samples, whole, end.width) },
    first: named,
    ...place,
    furniture,
  }
}
