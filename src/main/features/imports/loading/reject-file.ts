import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { RejectedRecord, RowProblem, RowProblemCode } from '../../../../shared/domain/import-rows.ts'
import { safeCell } from '../../../../shared/domain/spreadsheet-cell.ts'
import { refusalOf } from '../../../engine/faults.ts'

/** What only the database can find wrong with a row. */
export type LoadProblemCode = RowProblemCode | 'unknown-customer' | 'unknown-account'

export interface LoadProblem extends Omit<RowProblem, 'code'> {
  readonly code: LoadProblemCode
}

/** A record for the reject file, refused or only flagged. */
export interface ReportedRecord extends Omit<RejectedRecord, 'problems'> {
  readonly problems: readonly LoadProblem[]
}

/** Without it Excel takes the file for the local code page. */
const BYTE_ORDER_MARK = '\ufeff'
const HEADER = ['file', 'line', 'result', 'code', 'field', 'row']
/** The rows are customers' data: the file is for the person who runs the import. */
const OWNER_ONLY = 0o600

/**
 * The file of records that did not go in, or went in without a field (D3): one line a problem, with the record as it
 * stood in the extract. It comes into being with its first line.
 */
export class RejectFile {
  readonly #path: string
  readonly #folder: string
  #descriptor: number | null = null

  constructor(folder: string, importUid: string) {
    this.#folder = folder
    this.#path = join(folder, `rejects-${importUid}.csv`)
  }

  /** Null until something was written. */
  get path(): string | null {
    return this.#descriptor === null ? null : this.#path
  }

  /** @throws Refusal engine.diskFull, engine.readOnly */
  add(fileName: string, result: 'rejected' | 'flagged', records: readonly ReportedRecord[]): void {
    if (records.length === 0) return
    const lines = records.flatMap(({ line, problems, raw }) =>
      problems.map(({ code, field }) =>
        [fileName, String(line), result, code, field ?? '', raw].map(safeCell),
      ),
    )
    try {
      writeFileSync(this.#open(), stringify(lines, { record_delimiter: '\r\n' }))
    } catch (error) {
      throw refusalOf(error)
    }
  }

  close(): void {
    if (this.#descriptor === null) return
    closeSync(this.#descriptor)
    this.#descriptor = null
  }

  #open(): number {
    if (this.#descriptor !== null) return this.#descriptor
    mkdirSync(this.#folder, { recursive: true })
    const descriptor = openSync(this.#path, 'wx', OWNER_ONLY)
    this.#descriptor = descriptor
    writeFileSync(descriptor, BYTE_ORDER_MARK + stringify([HEADER], { record_delimiter: '\r\n' }))
    return descriptor
  }
}

/** Removes the reject file of a run that was taken back; one that is gone already is fine. */
export function removeRejectFile(path: string): void {
  rmSync(path, { force: true })
}
