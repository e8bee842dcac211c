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
  readonly #entries: EntityFile[] = []
  readonly #keys = new Map<EntityFile, RunKeys>()
  #current = new RunKeys()

  /** @param runId the run's own number */
  constructor(runId: number) {
    this.#firstNo = runId * FILES_A_RUN
  }

  /** @param entry what the profile says of the file; one object for all files of an entry */
  open(name: string, entry: EntityFile): void {
    this.#names.push(name)
    this.#entries.push(entry)
    this.#current = this.#keys.get(entry) ?? new RunKeys()
    this.#keys.set(entry, this.#current)
  }

  /** The number of the file at hand, counted over all runs. */
  get fileNo(): number {
    return this.#firstNo + this.#place
  }

  /**
   * Keeps where a key stands.
   * @returns where it stood first in this run, in the files of this entry before those of others, or null
   */
  meet(key: string, line: number): RecordPlace | null {
    const own = this.#current.meet(key, { file: this.#place, line })
    if (own !== null || this.#keys.size === 1) return own
    for (const keys of this.#keys.values()) {
      const place = keys === this.#current ? null : keys.placeOf(key)
      if (place !== null) return place
    }
    return null
  }

  /** Whether a place is in a file of the entry at hand. */
  isOfEntry({ file }: RecordPlace): boolean {
    return this.#entries[file] === this.#entries[this.#place]
  }

  /** Whether the file of a place fills a field, so that what it says of it stands for the rest of the run. */
  saysOf({ file }: RecordPlace, field: string): boolean {
    return Object.hasOwn(this.#entries[file]?.fields ?? {}, field)
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
