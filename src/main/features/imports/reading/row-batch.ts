import type { FlaggedRecord, ImportRow, RejectedRecord } from '../../../../shared/domain/import-rows.ts'
import type { RecordMapper } from './compile-file.ts'
import { MAX_RAW_CHARS, type SourceRecord } from './record-splitter.ts'

/** About as many rows as one insert statement's loop takes between two looks at the cancel button. */
export const ROWS_PER_BATCH = 1_000

export interface RowBatch<Row = ImportRow> {
  readonly rows: readonly Row[]
  /** The records as they stand in the file, one for each row: for rejects that only the database can find. */
  readonly raws: readonly string[]
  readonly rejects: readonly RejectedRecord[]
  /** Also in `rows`: kept although a field was dropped or marked. */
  readonly flagged: readonly FlaggedRecord[]
  /** Records that the profile's filters left out. */
  readonly skipped: number
  readonly bytesRead: number
  readonly bytesTotal: number
}

/** Gathers mapped records until there are enough of them for a batch. */
export class BatchBuilder<Row> {
  readonly #map: RecordMapper<Row>
  readonly #bytesTotal: number
  #rows: Row[] = []
  #raws: string[] = []
  #rejects: RejectedRecord[] = []
  #flagged: FlaggedRecord[] = []
  #skipped = 0

  constructor(map: RecordMapper<Row>, bytesTotal: number) {
    this.#map = map
    this.#bytesTotal = bytesTotal
  }

  get full(): boolean {
    return this.#rows.length + this.#rejects.length >= ROWS_PER_BATCH
  }

  addRejects(rejects: readonly RejectedRecord[]): void {
    for (const reject of rejects) this.#rejects.push(reject)
  }

  addRecord(record: SourceRecord): void {
    const mapped = this.#map(record)
    if (mapped === null) {
      this.#skipped++
      return
    }
    if (!mapped.ok) {
      this.#rejects.push(report(record, mapped.problems))
      return
    }
    this.#rows.push(mapped.row)
    this.#raws.push(record.raw)
    if (mapped.warnings.length > 0) this.#flagged.push(report(record, mapped.warnings))
  }

  take(bytesRead: number): RowBatch<Row> {
    const batch: RowBatch<Row> = {
      rows: this.#rows,
      raws: this.#raws,
      rejects: this.#rejects,
      flagged: this.#flagged,
      skipped: this.#skipped,
      bytesRead,
      bytesTotal: this.#bytesTotal,
    }
    this.#rows = []
    this.#raws = []
    this.#rejects = []
    this.#flagged = []
    this.#skipped = 0
    return batch
  }
}

function report(record: SourceRecord, problems: RejectedRecord['problems']): RejectedRecord {
  return { line: record.line, problems, raw: record.raw.slice(0, MAX_RAW_CHARS) }
}
