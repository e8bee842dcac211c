import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { RecordFault } from '../../../../shared/contract/imports.ts'
import { CATALOGUES } from '../../../../shared/locale/index.ts'
import { LANGUAGES } from '../../../../shared/locale/languages.ts'
import { BYTE_ORDER_MARK, csvLines } from '../../../engine/csv-lines.ts'
import { appErrorOf } from '../../../engine/faults.ts'
import { syncFolder } from '../../../engine/flush.ts'
import { OWNER_ONLY } from '../../../engine/owner-only.ts'
import type { RecordSite } from '../reading/read-folder.ts'
import { FaultTally } from './fault-tally.ts'
import type { LoadProblemCode, ReportedRecord } from './load-problem.ts'

const HEADER = [
  'file',
  'line',
  'result',
  'code',
  'field',
  'sheet',
  'column',
  'shape',
  'other',
  'advice',
  'row',
]

/**
 * The file of records that did not go in, or went in without a field (D3): one line a problem, with the record as it
 * stood in the extract and what to do about it in every language of the product. It comes into being with its first line.
 */
export class RejectFile {
  readonly #path: string
  readonly #folder: string
  readonly #tally = new FaultTally()
  #descriptor: number | null = null

  constructor(folder: string, importUid: string) {
    this.#folder = folder
    this.#path = join(folder, `rejects-${importUid}.csv`)
  }

  /** Null until something was written. */
  get path(): string | null {
    return this.#descriptor === null ? null : this.#path
  }

  /** What was wrong so far, kind by kind. */
  get faults(): readonly RecordFault[] {
    return this.#tally.faults()
  }

  /** @throws AppError engine.diskFull, engine.readOnly */
  add(site: RecordSite, result: 'rejected' | 'flagged', records: readonly ReportedRecord[]): void {
    if (records.length === 0) return
    for (const record of records) this.#tally.add(site, result, record)
    const lines = records.flatMap(({ line, problems, raw }) =>
      problems.map(({ code, field = '', valueShape = '', other }) => [
        site.file,
        String(line),
        result,
        code,
        field,
        site.sheet,
        site.columnOf(field),
        valueShape,
        other === undefined ? '' : `${other.file}:${other.line}`,
        adviceFor(code),
        raw,
      ]),
    )
    try {
      writeFileSync(this.#open(), csvLines(lines))
    } catch (error) {
      throw appErrorOf(error)
    }
  }

  /**
   * Puts the file on the disk. To be called before the run is said to be done: its sheet names the file.
   * @throws AppError engine.diskFull, engine.readOnly
   */
  flush(): void {
    if (this.#descriptor === null) return
    try {
      fsyncSync(this.#descriptor)
      for (const folder of [this.#folder, dirname(this.#folder)]) syncFolder(folder)
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

/** In every language, as the file goes to whoever made the extract. */
function adviceFor(code: LoadProblemCode): string {
  return LANGUAGES.map((language) => {
    const advice: Readonly<Record<string, string>> = CATALOGUES[language].imports.advice
    return advice[code] ?? advice.other ?? ''
  }).join(' / ')
}

/** Removes the reject file of a run that was taken back; one that is gone already is fine. */
export function removeRejectFile(path: string): void {
  rmSync(path, { force: true })
}
