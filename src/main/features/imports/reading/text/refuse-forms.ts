import { AppError } from '../../../../../shared/domain/branch/app-error.ts'
import { RecordSplitter } from '../record-splitter.ts'
import type { JudgedRecord } from './detect.ts'
import type { Dialect, QuotePair } from './dialect.ts'
import { findEscapeMark } from './escape-mark.ts'
import { type Furniture, isRule } from './furniture.ts'
import { findLineEnd, findLinePrefix } from './line-prefix.ts'
import { haveRowNames } from './row-names.ts'

/** A file, and samples from all over it, each of whole lines. */
interface Sampled {
  readonly file: string
  readonly samples: () => readonly string[]
}

/** A text in front of every key would stay there unseen; only the profile can say that it is one. */
export function refusePrefix(
  { file, samples }: Sampled,
  delimiter: string,
  newline: string,
  quote: QuotePair | null,
): void {
  const prefix = findLinePrefix(samples(), delimiter, newline, quote?.open ?? null)
  if (prefix !== null) throw new AppError('imports.linePrefix', { file, prefix })
}

/** What a database ends its lines with would stay in the last text unseen. */
export function refuseLineEnd({ file, samples }: Sampled, delimiter: string, newline: string): void {
  const mark = newline === '\n' ? findLineEnd(samples(), delimiter, newline) : null
  if (mark !== null) throw new AppError('imports.lineEnd', { file, mark })
}

/** Escapes that nobody expects would stay in texts unseen. */
export function refuseEscape({ file, samples }: Sampled, dialect: Dialect, width: number): void {
  const mark = findEscapeMark(samples(), dialect, width)
  if (mark !== null) throw new AppError('imports.escapeMark', { file, mark })
}

/**
 * The name of a row in front of every record would move all its fields.
 * @param keys the positions of the columns that a record's key is made of
 */
export function refuseRowNames(
  { file }: Pick<Sampled, 'file'>,
  rows: readonly JudgedRecord[],
  header: readonly string[],
  width: number,
  keys: readonly number[],
): void {
  const behind = rows.filter(({ fields }) => !header.every((name, at) => fields[at] === name))
  if (haveRowNames(behind, width, keys)) throw new AppError('imports.rowNames', { file, columns: width })
}

/** More cells than this share make a record without a key, and not the rest of the one above. Our own default. */
const CONTINUED_SHARE = 0.5

/**
 * Refuses a table that was drawn for the eye (a rule under its header) and goes on in further lines where a cell has a
 * line end or is too long: the first line would be taken for the whole cell.
 * @param body text behind the header
 * @param keys the positions of the columns that a record's key is made of
 * @throws AppError imports.displayForm
 */
export function refuseContinued(
  { file, samples }: Sampled,
  body: string,
  dialect: Dialect,
  furniture: Furniture,
  keys: readonly number[],
): void {
  const [under = ''] = body.split(dialect.newline, 2)
  if (!isRule(under.trim()) || keys.length === 0) return
  for (const sample of samples()) {
    const splitter = new RecordSplitter(dialect, null)
    splitter.push(sample, true)
    const goesOn = splitter.drain().records.some(({ fields, raw }) => {
      if (isRule(raw) || furniture.isNoRecord(fields) || furniture.isFooter(raw, fields)) return false
      const filled = fields.filter((field) => field.trim() !== '').length
      return (
        filled > 0 &&
        filled <= fields.length * CONTINUED_SHARE &&
        keys.every((at) => at < fields.length && fields[at]?.trim() === '')
      )
    })
    if (goesOn)
      throw new AppError('imports.displayForm', { file, format: 'psql / SQL*Plus / sqlite3', instead: 'CSV' })
  }
}
