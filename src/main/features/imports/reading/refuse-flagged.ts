import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { type FlagLimit, type FlagShare, FlagTally } from '../../../../shared/domain/imports/flag-tally.ts'
import type { Lookups } from './expression.ts'
import { nothingIn } from './extract.ts'
import { BETWEEN_NAMES } from './names-told.ts'
import { type ImportPlan, openRows, type PlannedFile } from './read-folder.ts'
import { columnsOf } from './source-columns.ts'

interface JudgeOptions {
  /** The branch's day, for births. */
  readonly todayOn: string
  readonly limit: FlagLimit
  readonly signal?: AbortSignal
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
  options: JudgeOptions,
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
  { todayOn, signal }: JudgeOptions,
  atMost: number,
): Promise<FlagTally> {
  const tally = new FlagTally()
  const source = await openRows(dir, planned, lookups, todayOn).catch((error) =>
    nothingIn(error, planned.profile),
  )
  if (source === null) return tally
  for await (const { rows, rejects, flagged } of source.batches(signal)) {
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

/** What the error says of a flag that stands too often. */
export function detailOf(
  { field, code, flagged, records }: FlagShare,
  { fileName, profile }: PlannedFile<EntityFile>,
) {
  const from = profile.fields[field]
  const columns = from === undefined ? [] : columnsOf(from)
  return {
    file: fileName,
    columns: columns.join(BETWEEN_NAMES) || field,
    field,
    problem: code,
    flagged,
    records,
    percent: Math.floor((flagged * 100) / records),
  }
}
