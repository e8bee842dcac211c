import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type {
  RejectedRecord,
  RowProblem,
  RowProblemCode,
} from '../../../../shared/domain/imports/import-rows.ts'
import { BYTE_ORDER_MARK, csvLines } from '../../../engine/csv-lines.ts'
import { appErrorOf } from '../../../engine/faults.ts'
import { OWNER_ONLY } from '../../../engine/owner-only.ts'

/** What only the database can find wrong with a row. */
export type LoadProblemCode =
  | RowProblemCode
  | 'unknown-customer'
  | 'unknown-account'
  | 'key-twice'
  | 'id-shared'

export interface LoadProblem extends Omit<RowProblem, 'code'> {
  readonly code: LoadProblemCode
  /** The other record that has to do with it; its file where that is another one. */
  readonly also?: { readonly line: number; readonly file: string | null }
}

/** A record for the reject file, refused or only flagged. */
export interface ReportedRecord extends Omit<RejectedRecord, 'problems'> {
  readonly problems: readonly LoadProblem[]
}

const HEADER = ['file', 'line', 'result', 'code', 'field', 'row']

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

  /** @throws AppError engine.diskFull, engine.readOnly */
  add(fileName: string, result: 'rejected' | 'flagged', records: readonly ReportedRecord[]): void {
    if (records.length === 0) return
    const lines = records.flatMap(({ line, problems, raw }) =>
      problems.map((problem) => [fileName, String(line), result, problem.code, fieldText(problem), raw]),
    )
    try {
      writeFileSync(this.#open(), csvLines(lines))
    } catch (error) {
      throw appErrorOf(error)
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
    writeFileSync(descriptor, BYTE_ORDER_MARK + csvLines([HEADER]))
    return descriptor
  }
}

function fieldText({ field = '', also }: LoadProblem): string {
  if (also === undefined) return field
  return `${field} (also in line ${also.line}${also.file === null ? '' : ` of ${also.file}`})`
}

/** Removes the reject file of a run that was taken back; one that is gone already is fine. */
export function removeRejectFile(path: string): void {
  rmSync(path, { force: true })
}
