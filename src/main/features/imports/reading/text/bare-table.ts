import { AppError } from '../../../../../shared/domain/branch/app-error.ts'
import { RecordSplitter, type SourceRecord } from '../record-splitter.ts'
import type { JudgedRecord } from './detect.ts'
import type { Dialect, QuotePair } from './dialect.ts'
import { withDelimitersBack } from './half-character.ts'
import { splitRecord } from './split-record.ts'

/** Where records of a file without a header begin. */
export interface BareStart {
  readonly file: string
  /** Decoded text of the first records. */
  readonly text: string
  /** The physical line on which it begins. */
  readonly line: number
}

/** Whether a record has the columns, or one more with nothing in it. */
function hasColumns(fields: readonly string[], columns: number): boolean {
  return fields.length === columns || (fields.length === columns + 1 && fields.at(-1)?.trim() === '')
}

/** The records of a text, were fields in quotes allowed to hold line ends. */
function joined(text: string, dialect: Dialect) {
  const splitter = new RecordSplitter({ ...dialect, lineBreaks: true }, null)
  splitter.push(text, true)
  return splitter.drain()
}

/**
 * Whether most of the records have so many fields where those in quotes may hold line ends: a long text over many lines
 * says more about other marks than the records say about their own delimiter.
 */
export function cutsRecordsInto(
  text: string,
  base: Omit<Dialect, 'delimiter' | 'quote'>,
  delimiter: string,
  quote: QuotePair | null,
  columns: number,
): boolean {
  if (quote === null) return false
  const { records, rejects } = joined(text, { ...base, delimiter, quote })
  const fitting = records.filter(({ fields }) => hasColumns(fields, columns))
  return columns > 1 && fitting.length * 2 > records.length + rejects.length
}

/**
 * The fields of the first record that has the file's columns, so that a damaged one in front of it is no measure; else of
 * the first. Where nobody has said that fields hold line ends, the lines of such a record are no records, and yet tell how
 * wide the file is, as long as nobody knows its columns.
 * @param record the first record as it was looked for: fields in quotes may hold line ends
 * @param rows the first records that could be cut
 * @param columns how many the profile names; null where it names none
 */
export function firstFields(
  record: SourceRecord,
  rows: readonly JudgedRecord[],
  { newline }: Dialect,
  columns: number | null,
): readonly string[] {
  const fitting = rows.find(
    ({ fields, asText: { length } }) =>
      fields.length === length && columns !== null && (length === columns || length === columns + 1),
  )
  if (fitting !== undefined) return fitting.fields
  const cut = rows[0]?.fields ?? record.fields
  return record.raw.includes(newline) && record.fields.length > cut.length ? record.fields : cut
}

/** Whether a line has the columns once the delimiters are back that halves of characters have swallowed. */
function hidesColumns(text: string, dialect: Dialect, columns: number): boolean {
  if (!dialect.halfCharacters) return false
  return text.split(dialect.newline).some((line) => {
    const fields = splitRecord(line, dialect)
    if (typeof fields === 'string' || fields.length >= columns) return false
    const whole = withDelimitersBack(line, dialect.delimiter, columns - fields.length)
    const again = whole === null ? 'malformed' : splitRecord(whole, dialect)
    return typeof again !== 'string' && hasColumns(again, columns)
  })
}

/**
 * Refuses a file without a header none of whose first records has the profile's columns, by what they show to be the
 * cause. One record is enough: those that differ from it are rejected one by one, each with its own cause.
 * @param rows the file's first records that could be cut
 * @param first the fields of the first record, where none could
 * @param dialect that of the file, with what is known of the end of its records
 * @param columns how many the profile names
 * @throws AppError imports.lineBreaks, imports.unbalancedQuote, imports.columnCount
 */
export function refuseWidth(
  { file, text, line }: BareStart,
  rows: readonly JudgedRecord[],
  first: readonly string[],
  dialect: Dialect,
  columns: number,
): void {
  const width = columns + (dialect.endDelimiter ? 1 : 0)
  if (rows.some(({ fields }) => fields.length === width)) return
  if (rows.length === 0 && (first.length === width || first.length === columns)) return
  if (hidesColumns(text, dialect, columns)) return
  const { records, rejects } = joined(text, dialect)
  const at = (place: number) => line + place - 1
  const broken = records.find(
    ({ raw, fields }) => raw.includes(dialect.newline) && hasColumns(fields, columns),
  )
  if (!dialect.lineBreaks && broken) throw new AppError('imports.lineBreaks', { file, line: at(broken.line) })
  const open = rejects.find(({ problems }) => problems[0]?.code === 'unbalanced-quote')
  if (open && rejects.length >= records.length) {
    throw new AppError('imports.unbalancedQuote', { file, line: at(open.line) })
  }
  const found = rows[0]?.fields.length ?? first.length
  throw new AppError('imports.columnCount', { file, line: at(rows[0]?.line ?? 1), expected: columns, found })
}
