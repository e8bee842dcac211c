import type { RejectedRecord } from '../../../../shared/domain/import-rows.ts'
import { Refusal } from '../../../../shared/domain/refusal.ts'
import type { SourceRecord } from './record-splitter.ts'
import type { TextEncoding } from './text-encoding.ts'

/** How a file is read: the part of a file's profile that does not depend on its fields. */
export interface ExtractOptions {
  readonly format: 'auto' | 'csv' | 'xlsx'
  readonly sheet?: string
  readonly encoding: TextEncoding | 'auto'
  readonly delimiter: string
  readonly quote: '"' | "'" | 'none'
  readonly header: boolean
  readonly columns?: readonly string[]
  readonly skipLines: number
}

export const DETECT_ALL: ExtractOptions = {
  format: 'auto',
  encoding: 'auto',
  delimiter: 'auto',
  quote: '"',
  header: true,
  skipLines: 0,
}

export interface RecordBatch {
  readonly records: readonly SourceRecord[]
  readonly rejects: readonly RejectedRecord[]
  /** Bytes of the file behind the reader, for progress. */
  readonly bytesRead: number
}

/** A file that has been opened far enough to know its columns; its records can be read more than once. */
export interface Extract {
  readonly format: 'csv' | 'xlsx'
  /** `xlsx` files have neither of these two. */
  readonly encoding: TextEncoding | null
  readonly delimiter: string | null
  readonly header: readonly string[]
  readonly bytesTotal: number
  records(signal?: AbortSignal): AsyncIterable<RecordBatch>
}

/**
 * @returns the header's names, trimmed
 * @throws Refusal imports.duplicateHeader with the names that occur twice; unnamed columns may repeat, as nothing can
 * refer to them
 */
export function checkedHeader(fields: readonly string[], file: string): string[] {
  const names = fields.map((field) => field.replace(/^\ufeff/, '').trim())
  const twice = names.filter((name, index) => name !== '' && names.indexOf(name) !== index)
  if (twice.length > 0) {
    throw new Refusal('imports.duplicateHeader', { file, columns: [...new Set(twice)].join(', ') })
  }
  return names
}

/**
 * The columns of a file without a header.
 * @param given the profile's names; columns are called by their number, from 1, without them
 * @throws Refusal imports.columnCount when the names do not fit the first record
 */
export function namedColumns(
  given: readonly string[] | undefined,
  width: number,
  file: string,
): readonly string[] {
  if (!given) return Array.from({ length: width }, (_, index) => String(index + 1))
  if (given.length !== width)
    throw new Refusal('imports.columnCount', { file, expected: given.length, found: width })
  return given
}

/** Stops reading between two chunks once the import has been called off. */
export function refuseWhenAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Refusal('imports.cancelled')
}
