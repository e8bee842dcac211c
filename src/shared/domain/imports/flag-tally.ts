import type { RowProblem, RowProblemCode } from './import-rows.ts'

/** In a file with fewer records a share says little. Our own default. */
const FEWEST_JUDGED = 20

const PERCENT = 100

/** From which share of a file's records on one flag on one field stops an import; `never` where it does not. */
export type FlagLimit = number | 'never'

/** One flag on one field, and on how much of the file. */
export interface FlagShare {
  readonly field: string
  readonly code: RowProblemCode
  /** Records that carry the flag. */
  readonly flagged: number
  /** All records of the file, rejected ones included; those that a filter leaves out are not. */
  readonly records: number
}

/** Whether so many flags of one kind on a file's records stop an import. */
export function isOver(limit: FlagLimit, flagged: number, records: number): boolean {
  return limit !== 'never' && records >= FEWEST_JUDGED && flagged * PERCENT >= limit * records
}

/** Counts how often each field of a file was flagged with the same. */
export class FlagTally {
  #records = 0
  readonly #flagged = new Map<string, FlagShare>()

  get records(): number {
    return this.#records
  }

  addRecords(records: number): void {
    this.#records += records
  }

  /** @param warnings of one record */
  addFlagged(warnings: readonly RowProblem[]): void {
    for (const { code, field } of warnings) {
      if (field === undefined) continue
      const name = `${field} ${code}`
      const before = this.#flagged.get(name)?.flagged ?? 0
      this.#flagged.set(name, { field, code, flagged: before + 1, records: 0 })
    }
  }

  /** The commonest flag, where it stands on at least so many percent of the records; null where none does. */
  over(limit: FlagLimit): FlagShare | null {
    let worst: FlagShare | null = null
    for (const share of this.#flagged.values()) {
      if (worst === null || share.flagged > worst.flagged) worst = share
    }
    if (worst === null || !isOver(limit, worst.flagged, this.#records)) return null
    return { ...worst, records: this.#records }
  }
}
