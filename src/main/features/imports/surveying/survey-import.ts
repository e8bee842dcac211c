import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import type { FileSurvey, ImportSurvey, SurveyProgress } from '../../../../shared/contract/import-survey.ts'
import type { JobInputOf } from '../../../../shared/contract/internal/index.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import type { FlagLimit } from '../../../../shared/domain/imports/flag-tally.ts'
import { appErrorOf } from '../../../engine/faults.ts'
import type { JobContext, JobStep } from '../../../engine/jobs.ts'
import { refuseSameNight } from '../../../records/imports/import-run.ts'
import { namedFault, type ReadyFile } from '../loading/open-plan.ts'
import { prepareRun } from '../loading/prepare-run.ts'
import type { Lookups } from '../reading/expression.ts'
import { nothingIn } from '../reading/extract.ts'
import { formsSeen, NO_FORMS } from '../reading/forms-seen.ts'
import { checkKeys } from '../reading/key-check.ts'
import { readLookups } from '../reading/lookups.ts'
import { openRows, type PlannedFile, planImport, requireComplete } from '../reading/read-folder.ts'
import { detailOf } from '../reading/refuse-flagged.ts'
import { FileTally, tallyRows } from '../reading/survey-file.ts'

type SurveyStep = JobStep<SurveyProgress>
type Surveying = AsyncGenerator<SurveyStep, ImportSurvey, void>

/** Between so many batches a word is said: more would only keep the window busy. Our own default. */
const BATCHES_A_WORD = 10

/**
 * Reads what an import would read and says what it would make of it. Nothing is written: no row, no run, no word that the
 * files were read.
 * @throws AppError as `runImport` before it writes; imports.fileMissing for a file that the profile does not read;
 * imports.cancelled
 */
export function surveyImport(context: JobContext, input: JobInputOf<'imports.survey'>): Surveying {
  return input.of === 'run' ? surveyRun(context, input) : surveyOne(context, input)
}

async function* surveyRun(
  context: JobContext,
  input: Extract<JobInputOf<'imports.survey'>, { of: 'run' }>,
): Surveying {
  const plan = await planImport(input.profile, input.folder, input.asOf)
  requireComplete(plan)
  const { asOf, source, lookups, ready } = await prepareRun(context, input, plan)
  const files: FileSurvey[] = []
  for (const each of ready) {
    files.push(yield* surveyFile(context, { ...each, folder: input.folder, lookups }, input.profile))
  }
  const flagged = refusalOf(files, ready)
  const refusal = flagged ?? (input.again ? null : refusedFor(() => refuse(context, source.digest)))
  return { asOf, files, refusal }
}

function refuse({ runner }: JobContext, digest: string): void {
  refuseSameNight(runner.connection, digest)
}

function refusedFor(ask: () => void): ImportSurvey['refusal'] {
  try {
    ask()
    return null
  } catch (error) {
    const { code, detail } = appErrorOf(error)
    return { code, detail }
  }
}

async function* surveyOne(
  context: JobContext,
  { profile, folder, fileName }: Extract<JobInputOf<'imports.survey'>, { of: 'file' }>,
): Surveying {
  const { signal, runner, staff } = context
  const plan = await planImport(profile, folder)
  const planned = plan.files.filter((each) => each.fileName === fileName)
  if (planned.length === 0) throw new AppError('imports.fileMissing', { file: fileName })
  const { todayOn } = runner.readContext(staff)
  const lookups = await readLookups(plan, folder, signal)
  const files: FileSurvey[] = []
  for (const each of planned) {
    const open = () =>
      openRows(folder, each, lookups, todayOn).catch((error) => nothingIn(error, each.profile))
    files.push(yield* surveyFile(context, { planned: each, open, folder, lookups }, profile))
  }
  return {
    asOf: plan.nightOn ?? todayOn,
    files,
    refusal: refusalOf(
      files,
      planned.map((each) => ({ planned: each })),
    ),
  }
}

interface SurveyedFile extends Pick<ReadyFile, 'planned' | 'open'> {
  readonly folder: string
  readonly lookups: Lookups
}

async function* surveyFile(
  { signal }: JobContext,
  { planned, open, folder, lookups }: SurveyedFile,
  { stopAtFlagged }: { readonly stopAtFlagged: FlagLimit },
): AsyncGenerator<SurveyStep, FileSurvey, void> {
  const tally = new FileTally(planned)
  let line = 0
  try {
    const source = await open()
    if (source === null) return { ...tally.survey(stopAtFlagged, NO_FORMS), keys: null }
    const seen = await formsSeen(folder, planned, signal)
    let batches = 0
    for await (const { rows, bytesRead, bytesTotal } of tallyRows(source, tally, signal)) {
      const said = { fileName: planned.fileName, records: tally.records, bytesRead, bytesTotal }
      yield { progress: batches % BATCHES_A_WORD === 0 ? said : null, tables: [] }
      batches++
      line = rows.at(-1)?.line ?? line
    }
    const isLedger = planned.profile.entity === 'transactions'
    const keys = isLedger ? await checkKeys(folder, planned, lookups, signal) : null
    return { ...tally.survey(stopAtFlagged, seen), keys }
  } catch (error) {
    throw namedFault(error, { file: planned.fileName, line })
  }
}

/** The first file with a flag that stops an import, as the run would name it. */
function refusalOf(
  files: readonly FileSurvey[],
  planned: readonly { readonly planned: PlannedFile<EntityFile> }[],
): ImportSurvey['refusal'] {
  for (const [at, { fields, records }] of files.entries()) {
    const worst = fields
      .flatMap(({ field, stops, flagged }) =>
        stops.map((code) => ({ field, code, flagged: flagged[code] ?? 0, records })),
      )
      .sort((one, other) => other.flagged - one.flagged)[0]
    const file = planned[at]?.planned
    if (worst !== undefined && file !== undefined) {
      return { code: 'imports.tooManyFlagged', detail: detailOf(worst, file) }
    }
  }
  return null
}
