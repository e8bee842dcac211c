import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { type FlagLimit, type FlagShare, FlagTally } from '../../../../shared/domain/imports/flag-tally.ts'
import type {
  ImportEntity,
  ImportRow,
  RowProblem,
  RowProblemCode,
} from '../../../../shared/domain/imports/import-rows.ts'
import type { Lookups } from './expression.ts'
import { nothingIn } from './extract.ts'
import { type ImportPlan, openRows, type PlannedFile, type RowBatch } from './read-folder.ts'
import { columnsOf } from './source-columns.ts'

type ProblemCounts = Readonly<Partial<Record<RowProblemCode, number>>>

/** What became of one field in the records of a file. */
export interface FieldSurvey {
  readonly field: string
  /** The columns that it is read from. */
  readonly columns: readonly string[]
  /** Accepted records with a value, read or derived. */
  readonly filled: number
  /** Accepted records of which the file says that there is none. */
  readonly empty: number
  /** Accepted records, by what could not be read or verified. */
  readonly flagged: ProblemCounts
  /** Records that stay out because of the field, by what is wrong with it. */
  readonly rejected: ProblemCounts
}

/** What an import would make of a file, without a database. */
export interface FileSurvey {
  readonly fileName: string
  readonly entity: ImportEntity
  /** Accepted and rejected. */
  readonly records: number
  readonly accepted: number
  readonly rejected: number
  /** Left out by the profile's filters. */
  readonly skipped: number
  readonly fields: readonly FieldSurvey[]
  /** Damaged records, which belong to no field. */
  readonly damaged: ProblemCounts
}

export interface SurveyOptions {
  /** The branch's day, for births. */
  readonly todayOn: string
  readonly signal?: AbortSignal | undefined
}

/**
 * Reads a whole file as an import would and counts what becomes of each field. Nothing is stored and memory stays flat, so
 * that a profile can be judged before it runs.
 * @throws AppError as `openRows`
 */
export async function surveyFile(
  dir: string,
  planned: PlannedFile<EntityFile>,
  lookups: Lookups,
  { todayOn, signal }: SurveyOptions,
): Promise<FileSurvey> {
  const { fileName, profile } = planned
  const fields = new Map(
    Object.entries(profile.fields).map(([field, from]) => [field, new FieldCounts(field, columnsOf(from))]),
  )
  const damaged = new Counter()
  const total = { accepted: 0, rejected: 0, skipped: 0 }
  for await (const batch of batchesOf(dir, planned, lookups, { todayOn, signal })) {
    total.accepted += batch.rows.length
    total.rejected += batch.rejects.length
    total.skipped += batch.skipped
    for (const row of batch.rows) countFilled(row, fields)
    for (const { problems } of batch.flagged) countProblems(problems, fields, 'flagged', damaged)
    for (const { problems } of batch.rejects) countProblems(problems, fields, 'rejected', damaged)
  }
  return {
    fileName,
    entity: profile.entity,
    records: total.accepted + total.rejected,
    ...total,
    fields: [...fields.values()].map((counts) => counts.survey(total.accepted)),
    damaged: damaged.counts,
  }
}

/** A file's rows; none of an empty one that the profile calls optional. */
async function* batchesOf(
  dir: string,
  planned: PlannedFile<EntityFile>,
  lookups: Lookups,
  { todayOn, signal }: SurveyOptions,
): AsyncGenerator<RowBatch, void> {
  const source = await openRows(dir, planned, lookups, todayOn).catch((error) =>
    nothingIn(error, planned.profile),
  )
  if (source !== null) yield* source.batches(signal)
}

class Counter {
  readonly #counts = new Map<RowProblemCode, number>()

  add(code: RowProblemCode): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1)
  }

  get counts(): ProblemCounts {
    return Object.fromEntries(this.#counts)
  }
}

class FieldCounts {
  readonly #field: string
  readonly #columns: readonly string[]
  /** Set where the row has the field under another name, which says its unit. */
  readonly properties: readonly string[]
  readonly flagged = new Counter()
  readonly rejected = new Counter()
  filled = 0
  /** Accepted records in which it was neither filled nor said to be empty. */
  unread = 0

  constructor(field: string, columns: readonly string[]) {
    this.#field = field
    this.#columns = columns
    this.properties = [field, `${field}Fen`, `${field}Percent`]
  }

  survey(accepted: number): FieldSurvey {
    return {
      field: this.#field,
      columns: this.#columns,
      filled: this.filled,
      empty: accepted - this.filled - this.unread,
      flagged: this.flagged.counts,
      rejected: this.rejected.counts,
    }
  }
}

type Fields = ReadonlyMap<string, FieldCounts>

function countFilled(row: ImportRow, fields: Fields): void {
  const values: Readonly<Record<string, unknown>> = { ...row }
  for (const [field, counts] of fields) {
    const filled = counts.properties.some((property) => (values[property] ?? null) !== null)
    if (filled) counts.filled++
    else if (row.unread?.includes(field) === true) counts.unread++
  }
}

function countProblems(
  problems: readonly RowProblem[],
  fields: Fields,
  outcome: 'flagged' | 'rejected',
  damaged: Counter,
): void {
  for (const { code, field } of problems) {
    const counter = field === undefined ? undefined : fields.get(field)?.[outcome]
    ;(counter ?? damaged).add(code)
  }
}

/** Enough records to see what a column is like, in a few hundredths of a second. Our own default. */
const SAMPLE_RECORDS = 2_000
/** A workbook is read whole when it is opened: a larger one is judged while it is loaded, so that it is not read twice. */
const LARGEST_WORKBOOK_BYTES = 4 * 1024 * 1024

/**
 * Stops an import before it writes anything where a file's first records carry the same flag too often and the whole file
 * does too. What comes later in a longer file is counted while it is loaded.
 * @throws AppError imports.tooManyFlagged; and what `openRows` throws
 */
export async function refuseFlaggedFiles(
  dir: string,
  plan: ImportPlan,
  lookups: Lookups,
  options: SurveyOptions & { readonly limit: FlagLimit },
): Promise<void> {
  const { limit } = options
  if (limit === 'never') return
  for (const planned of plan.files) {
    const { fileName } = planned
    if (/\.xlsx$/i.test(fileName) && (await stat(join(dir, fileName))).size > LARGEST_WORKBOOK_BYTES) continue
    const first = await tallyFile(dir, planned, lookups, options, SAMPLE_RECORDS)
    if (first.over(limit) === null) continue
    const whole = await tallyFile(dir, planned, lookups, options, Number.POSITIVE_INFINITY)
    refuseOver(whole, planned, limit)
  }
}

async function tallyFile(
  dir: string,
  planned: PlannedFile<EntityFile>,
  lookups: Lookups,
  options: SurveyOptions,
  atMost: number,
): Promise<FlagTally> {
  const tally = new FlagTally()
  for await (const { rows, rejects, flagged } of batchesOf(dir, planned, lookups, options)) {
    tally.addRecords(rows.length + rejects.length)
    for (const { problems } of flagged) tally.addFlagged(problems)
    if (tally.records >= atMost) break
  }
  return tally
}

/**
 * Refuses a file that is flagged too often, by its name, the columns and the share.
 * @throws AppError imports.tooManyFlagged
 */
export function refuseOver(tally: FlagTally, planned: PlannedFile<EntityFile>, limit: FlagLimit): void {
  const share = tally.over(limit)
  if (share !== null) throw new AppError('imports.tooManyFlagged', detailOf(share, planned))
}

function detailOf(
  { field, code, flagged, records }: FlagShare,
  { fileName, profile }: PlannedFile<EntityFile>,
) {
  const from = profile.fields[field]
  const columns = from === undefined ? [] : columnsOf(from)
  return {
    file: fileName,
    columns: columns.join(', ') || field,
    field,
    problem: code,
    flagged,
    records,
    percent: Math.floor((flagged * 100) / records),
  }
}
