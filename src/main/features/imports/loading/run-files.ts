import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import { type RecordPlace, RunKeys } from '../reading/run-keys.ts'
import type { RowProblemFound } from './load-problem.ts'

/** Room for the files of one run in the numbering over all runs. */
const FILES_A_RUN = 100_000

/**
 * The files of one run in the order of loading, and where each key was met in them. Files of one entry of the profile are
 * one table: a key that comes twice among them is at odds with itself. Two entries may describe the same rows, each with
 * other columns.
 */
export class RunFiles {
  readonly #firstNo: number
  readonly #names: string[] = []
  readonly #keys = new Map<EntityFile, RunKeys>()
  #current = new RunKeys()

  /** @param runId the run's own number */
  constructor(runId: number) {
    this.#firstNo = runId * FILES_A_RUN
  }

  /** @param entry what the profile says of the file; one object for all files of an entry */
  open(name: string, entry: EntityFile): void {
    this.#names.push(name)
    this.#current = this.#keys.get(entry) ?? new RunKeys()
    this.#keys.set(entry, this.#current)
  }

  /** The number of the file at hand, counted over all runs. */
  get fileNo(): number {
    return this.#firstNo + this.#place
  }

  /**
   * Keeps where a key stands.
   * @returns where it stood first in this run, or null
   */
  meet(key: string, line: number): RecordPlace | null {
    return this.#current.meet(key, { file: this.#place, line })
  }

  /** @returns null where another run brought the row */
  placeOf(fileNo: number, line: number): RecordPlace | null {
    const file = fileNo - this.#firstNo
    return file >= 0 && file < FILES_A_RUN ? { file, line } : null
  }

  /** A key that came before in this run, with something else behind it: one of the two is wrong, or the key is. */
  repeated({ file, line }: RecordPlace): RowProblemFound {
    return { code: 'key-repeated', field: 'key', other: { file: this.#names[file] ?? '', line } }
  }

  get #place(): number {
    return Math.max(0, this.#names.length - 1)
  }
}
