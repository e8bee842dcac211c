import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import type { FieldSurvey, FileSurvey, ProblemCounts } from '../../../../shared/contract/import-survey.ts'
import { type FlagLimit, isOver } from '../../../../shared/domain/imports/flag-tally.ts'
import type { RejectedRecord, RowProblemCode } from '../../../../shared/domain/imports/import-rows.ts'
import { isTaken } from '../../../../shared/domain/imports/unread-fields.ts'
import { FieldFill } from './field-fill.ts'
import type { SeenForms } from './forms-seen.ts'
import type { PlannedFile, RowBatch, RowSource } from './read-folder.ts'
import { columnsOf } from './source-columns.ts'

/** As many records of one fault as a person looks at. Our own default. */
const MOST_EXAMPLES = 3

type Result = 'flagged' | 'rejected'
type Example = FileSurvey['damagedExamples'][number]
/** What is told of a file when every record was looked at, but for what is asked of the file anew. */
export type RecordSurvey = Omit<FileSurvey, 'keys'>

/** Counts, batch by batch, what an import would make of a file. Nothing is stored and memory stays flat. */
export class FileTally {
  readonly #planned: PlannedFile<EntityFile>
  readonly #fill: FieldFill
  readonly #problems: ReadonlyMap<string, Problems>
  readonly #damaged = new Problems()
  #accepted = 0
  #rejected = 0
  #skipped = 0

  constructor(planned: PlannedFile<EntityFile>) {
    const fields = Object.keys(planned.profile.fields)
    this.#planned = planned
    this.#fill = new FieldFill(fields)
    this.#problems = new Map(fields.map((field) => [field, new Problems()]))
  }

  get records(): number {
    return this.#accepted + this.#rejected
  }

  add({ rows, rejects, flagged, skipped }: RowBatch): void {
    this.#accepted += rows.length
    this.#rejected += rejects.length
    this.#skipped += skipped
    this.#fill.add(rows)
    for (const record of flagged) this.#count('flagged', record)
    for (const record of rejects) this.#count('rejected', record)
  }

  /** @param limit from which share on a flag stops the import */
  survey(limit: FlagLimit, seen: SeenForms): RecordSurvey {
    const { fileName, profile } = this.#planned
    const fields = Object.entries(profile.fields).map(([field, from]): FieldSurvey => {
      const { flagged, rejected, examples } = (this.#problems.get(field) ?? new Problems()).counted
      const filled = this.#fill.filled(field)
      const unread = [...entriesOf(flagged)].filter(([code]) => !isTaken(code, field))
      const stops = [...entriesOf(flagged)].filter(([, count]) => isOver(limit, count, this.records))
      return {
        field,
        columns: columnsOf(from),
        filled,
        empty: this.#accepted - filled - unread.reduce((sum, [, count]) => sum + count, 0),
        flagged,
        rejected,
        stops: stops.map(([code]) => code),
        dateFormat: seen.get(field)?.dateFormat ?? null,
        forms: seen.get(field)?.forms ?? [],
        examples,
      }
    })
    const { flagged, rejected, examples } = this.#damaged.counted
    return {
      fileName,
      entity: profile.entity,
      records: this.records,
      accepted: this.#accepted,
      rejected: this.#rejected,
      skipped: this.#skipped,
      fields,
      damaged: { ...flagged, ...rejected },
      damagedExamples: examples,
    }
  }

  #count(result: Result, { line, problems }: Pick<RejectedRecord, 'line' | 'problems'>): void {
    for (const { code, field, valueShape } of problems) {
      const counter = field === undefined ? undefined : this.#problems.get(field)
      ;(counter ?? this.#damaged).add({ result, code, line, shape: valueShape ?? '' })
    }
  }
}

/** What was wrong with one field, or with records as a whole. */
class Problems {
  readonly #counts: Readonly<Record<Result, Map<RowProblemCode, number>>> = {
    flagged: new Map(),
    rejected: new Map(),
  }
  readonly #examples: Example[] = []

  add(example: Example): void {
    const counts = this.#counts[example.result]
    const count = (counts.get(example.code) ?? 0) + 1
    counts.set(example.code, count)
    if (count <= MOST_EXAMPLES) this.#examples.push(example)
  }

  get counted(): Pick<FieldSurvey, Result | 'examples'> {
    return {
      flagged: Object.fromEntries(this.#counts.flagged),
      rejected: Object.fromEntries(this.#counts.rejected),
      examples: this.#examples,
    }
  }
}

function* entriesOf(counts: ProblemCounts): Generator<[RowProblemCode, number]> {
  // Written above, by codes.
  for (const [code, count] of Object.entries(counts)) yield [code as RowProblemCode, count]
}

/**
 * Reads what an opened file has, as an import would.
 * @throws AppError as the source; imports.cancelled when the signal is raised
 */
export async function* tallyRows(
  source: RowSource,
  tally: FileTally,
  signal?: AbortSignal,
): AsyncGenerator<RowBatch> {
  for await (const batch of source.batches(signal)) {
    tally.add(batch)
    yield batch
  }
}
