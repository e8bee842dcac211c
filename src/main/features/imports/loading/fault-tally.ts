import type { RecordFault } from '../../../../shared/contract/imports.ts'
import type { RecordSite } from '../reading/read-folder.ts'
import type { LoadProblem, ReportedRecord } from './load-problem.ts'

/** More kinds of fault than a person reads; the reject file has every record. Our own default. */
const MOST_KINDS = 200

type Counted = { -readonly [Part in keyof RecordFault]: RecordFault[Part] }

/** Counts what is wrong with records by file, field and reason, with the first of each. */
export class FaultTally {
  readonly #faults = new Map<string, Counted>()

  add(site: RecordSite, result: RecordFault['result'], { line, problems }: ReportedRecord): void {
    for (const problem of problems) {
      const { code, field = '' } = problem
      const kind = [site.file, site.sheet, result, code, field].join('\n')
      const known = this.#faults.get(kind)
      if (known !== undefined) known.rows++
      else if (this.#faults.size < MOST_KINDS) this.#faults.set(kind, firstOf(site, result, line, problem))
    }
  }

  /** The most frequent first. */
  faults(): readonly RecordFault[] {
    return [...this.#faults.values()].sort((one, other) => other.rows - one.rows)
  }
}

function firstOf(
  site: RecordSite,
  result: RecordFault['result'],
  line: number,
  { code, field = '', valueShape = '', other }: LoadProblem,
): Counted {
  const { file, sheet } = site
  const column = site.columnOf(field)
  return { file, sheet, result, code, field, column, rows: 1, line, shape: valueShape, other: other ?? null }
}
