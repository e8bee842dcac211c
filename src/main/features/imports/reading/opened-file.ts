import type { RecordBatch } from './record-splitter.ts'
import type { TextEncoding } from './text-decoding.ts'

/** A file of either form, opened as far as its first record with content. */
export interface OpenedFile {
  /** Workbooks have neither of these two. */
  readonly encoding: TextEncoding | null
  readonly delimiter: string | null
  readonly bytesTotal: number
  /** The fields of that record: the header, where the file has one. */
  readonly first: readonly string[]
  /**
   * The records behind the header; all of them where the file has none.
   * @param width number of fields that a record has; null takes any
   */
  records(width: number | null): AsyncIterable<RecordBatch>
}
