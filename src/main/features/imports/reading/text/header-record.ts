import { AppError, type ErrorCode } from '../../../../../shared/domain/branch/app-error.ts'
import type { RowProblemCode } from '../../../../../shared/domain/imports/import-rows.ts'
import { RecordSplitter, type SourceRecord } from '../record-splitter.ts'
import { foldedName } from './column-names.ts'
import type { Dialect } from './dialect.ts'
import { isRule } from './furniture.ts'
import { splitRecord } from './split-record.ts'

/** Room for a thousand columns; beyond it the first line is no header. Our own default. */
const MAX_HEADER_CHARS = 65_536
/** A header stands among the first records, or there is none. Our own default. */
export const RECORDS_TO_SEARCH = 60

const HEADER_REFUSALS: Readonly<Partial<Record<RowProblemCode, ErrorCode>>> = {
  'unbalanced-quote': 'imports.unbalancedQuote',
  'cut-short': 'imports.unbalancedQuote',
  'line-too-long': 'imports.lineTooLong',
  undecodable: 'imports.wrongEncoding',
}

const QUOTE_FAULTS: readonly (RowProblemCode | undefined)[] = ['unbalanced-quote', 'cut-short']

/** How many of the columns that the profile asks for a line names. */
export function namedBy(fields: readonly string[], uses: readonly string[]): number {
  const names = new Set(fields.map(foldedName))
  return uses.filter((use) => names.has(foldedName(use.replace(/ #\d+$/, '')))).length
}

/** The first line that names the most of the wanted columns, and how many of them. */
export interface FoundHeader {
  readonly record: SourceRecord
  readonly named: number
}

/**
 * Finds the header by its columns, whatever number of title lines stand above it; the first record where no line names
 * any of them, and where nobody has asked for columns. Cells of a header may hold line ends.
 * @param head text from where the search begins
 * @param uses the columns that the profile names; of a file without a header, none
 * @param line physical line on which `head` begins
 * @param hasHeader false where the first record is all that is asked for
 * @throws AppError imports.emptyFile, imports.mixedLineEnds, and why the first line is no record
 */
export function findHeader(
  head: string,
  dialect: Dialect,
  uses: readonly string[],
  line: number,
  file: string,
  hasHeader = true,
): FoundHeader {
  const splitter = new RecordSplitter({ ...dialect, lineBreaks: true }, null, line)
  const limit = MAX_HEADER_CHARS + 2
  splitter.push(head.slice(0, limit), head.length <= limit)
  const { records, rejects } = splitter.drain()
  let best: FoundHeader | null = null
  for (const record of records.slice(0, RECORDS_TO_SEARCH)) {
    if (isRule(record.raw)) continue
    const named = namedBy(record.fields, uses)
    if (best === null || named > best.named) best = { record, named }
    if (named === uses.length) break
  }
  if (best === null || best.named === 0) {
    const broken = rejects[0]
    // where a delimiter that stands nowhere makes quotes not fit, the columns are what is missing
    const isQuote = QUOTE_FAULTS.includes(broken?.problems[0]?.code)
    const isUncut = uses.length > 0 && broken?.raw.includes(dialect.delimiter) === false
    // the first record of a file without a header may have quotes that are escaped
    if (broken && isQuote && (isUncut || !hasHeader) && broken.line <= (best?.record.line ?? broken.line)) {
      const fields = broken.raw.split(dialect.delimiter)
      return { record: { line: broken.line, fields, raw: broken.raw }, named: 0 }
    }
    refuseBroken(best?.record, broken, file)
  }
  if (best === null) {
    throw new AppError(head.length > limit ? 'imports.lineTooLong' : 'imports.emptyFile', { file, line })
  }
  if (endsInside(best.record.raw, dialect)) throw new AppError('imports.mixedLineEnds', { file })
  if (best.record.raw.length > MAX_HEADER_CHARS) {
    throw new AppError('imports.lineTooLong', { file, line: best.record.line })
  }
  return best
}

/** Whether a lone carriage return ends a line inside the text; in quotes it is part of a name. */
function endsInside(raw: string, dialect: Dialect): boolean {
  const at = raw.search(/\r(?!\n|$)/)
  return at >= 0 && typeof splitRecord(raw.slice(0, at), dialect) !== 'string'
}

function refuseBroken(
  first: SourceRecord | undefined,
  broken:
    | { readonly line: number; readonly problems: readonly { readonly code: RowProblemCode }[] }
    | undefined,
  file: string,
): void {
  if (!broken || (first && first.line < broken.line)) return
  const code = broken.problems[0]?.code
  throw new AppError((code && HEADER_REFUSALS[code]) ?? 'imports.notText', { file, line: broken.line })
}
