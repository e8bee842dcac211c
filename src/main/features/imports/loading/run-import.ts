import type { ImportProgress } from '../../../../shared/contract/imports.ts'
import type { FileForm, KeptSheet } from '../../../../shared/contract/internal/imports.ts'
import type { JobInputOf } from '../../../../shared/contract/internal/index.ts'
import { FlagTally } from '../../../../shared/domain/imports/flag-tally.ts'
import { appErrorOf } from '../../../engine/faults.ts'
import type { JobContext } from '../../../engine/jobs.ts'
import { appendAudit } from '../../../engine/ledger.ts'
import {
  finishRun,
  insertRun,
  keepFiles,
  keepRejectFile,
  type NewRun,
  type RunRecord,
  type RunSource,
  refuseSameNight,
} from '../../../records/imports/import-run.ts'
import { refuseWhenCancelled } from '../reading/extract.ts'
import { requireUnchanged } from '../reading/file-states.ts'
import { planImport, type RowSource, requireComplete } from '../reading/read-folder.ts'
import { refuseFlaggedFiles, refuseOver } from '../reading/refuse-flagged.ts'
import { CustomerWriter } from './customer-writer.ts'
import { FilledColumns } from './filled-columns.ts'
import { type Loading, loadRows } from './load-rows.ts'
import type { ReadyFile } from './open-plan.ts'
import { ACCOUNTS, CARDS, LOANS, OwnedRowWriter } from './owned-rows.ts'
import { prepareRun } from './prepare-run.ts'
import { RejectFile } from './reject-file.ts'
import { enterBulkMode } from './run.ts'
import { clockOf, type ImportStep, LOADED_TABLES, ProgressMeter, progressStep, sessionOf } from './session.ts'
import { keptSheetOf } from './sheet.ts'
import { summariseSteps } from './summarise.ts'
import { TransactionWriter } from './transaction-writer.ts'
import { abandonRun, recoverDeadRun } from './undo.ts'

type RunInput = JobInputOf<'imports.run'>

/**
 * Imports a folder by a profile (D1–D3): reads, writes in short transactions, summarises the people touched, and ends
 * with the reconciliation sheet. Cancelled or failed, it takes back what it wrote.
 * @returns the sheet; its state is `done` or `cancelled`
 * @throws AppError imports.alreadyRunning, imports.sameNight, imports.olderExtract, imports.tooManyFlagged,
 * imports.fileMissing and others of the reading side, engine.diskFull
 */
export async function* runImport(
  context: JobContext,
  input: RunInput,
): AsyncGenerator<ImportStep, KeptSheet, void> {
  const plan = await planImport(input.profile, input.folder, input.asOf)
  requireComplete(plan)
  const { runner, signal } = context
  const { connection } = runner
  yield* recoverDeadRun(context)
  const { asOf, todayOn, files, source, lookups, ready } = await prepareRun(context, input, plan)
  const limit = input.profile.stopAtFlagged
  await refuseFlaggedFiles(input.folder, plan, lookups, { todayOn, limit, signal })
  const bytesTotal = ready.reduce((sum, { bytes }) => sum + bytes, 0)
  const run = beginRun(context, input, { asOf, source })
  const leaveBulkMode = enterBulkMode(connection, run.uid)
  const rejects = new RejectFile(input.rejectFolder, run.uid)
  const nowAt = clockOf(context)
  const session = sessionOf(context, run, asOf, input.profile.name)
  const meter = new ProgressMeter(run.uid, bytesTotal, session.nowAt)
  const loading = {
    session,
    folder: input.folder,
    files,
    forms: new Map<string, FileForm>(),
    columns: new FilledColumns(),
    limit,
    meter,
    rejects,
    signal: context.signal,
    nowAt,
  }
  try {
    yield* loadAll(context, loading, ready)
  } catch (error) {
    const { code, detail } = appErrorOf(error)
    rejects.close()
    const state = code === 'imports.cancelled' ? 'cancelled' : 'failed'
    yield* abandonRun(context, session, meter, { state, error: code, errorDetail: detail })
    if (state === 'failed') throw error
  } finally {
    rejects.close()
    leaveBulkMode()
  }
  return keptSheetOf(connection, run.uid)
}

/** The start and the end of a run are audited; what lies between them is in the sheet. */
function beginRun(
  { runner, staff }: JobContext,
  { profile, again }: RunInput,
  { asOf, source }: Pick<NewRun, 'asOf'> & { readonly source: RunSource },
): RunRecord {
  const { connection } = runner
  return connection.transaction(() => {
    if (again !== true) refuseSameNight(connection, source.digest)
    const { nowAt, newUid } = runner.writeContext(staff).context
    const run = insertRun(connection, {
      uid: newUid(),
      profileName: profile.name,
      asOf,
      staffNo: staff.no,
      nowAt,
      source,
    })
    appendAudit(connection, {
      at: nowAt,
      staffNo: staff.no,
      action: 'imports.begin',
      customerUid: null,
      detail: { importUid: run.uid },
    })
    return run
  })
}

async function* loadAll(
  context: JobContext,
  loading: Loading,
  files: readonly ReadyFile[],
): AsyncGenerator<ImportStep, void> {
  const { session, meter, rejects, signal } = loading
  yield { progress: meter.reading(0, session.nowAt), tables: ['import_run', 'audit'] }
  for await (const progress of loadFiles(loading, files)) yield progressStep(progress)
  yield* summariseSteps(context, session, meter, () => refuseWhenCancelled(signal))
  rejects.flush()
  const tables = endRun(context, loading)
  yield { progress: meter.finished('done', session.counts.rows, loading.nowAt()), tables }
}

/** The one outbox row of an import, and a commit that waits for the disk: from here on the import has happened. */
function endRun(
  { runner, staff }: JobContext,
  { session, rejects, files, forms, columns }: Loading,
): ImportStep['tables'] {
  const { connection, run, asOf, source, counts } = session
  const entities = counts.sheet()
  const payload = { importUid: run.uid, profileName: source, asOf, entities }
  return runner.commit('imports.run', payload, staff, (context) => {
    if (rejects.path !== null) keepRejectFile(connection, run, rejects.path)
    keepFiles(
      connection,
      run,
      files.map((file) => ({ ...file, form: forms.get(file.name) ?? null })),
    )
    finishRun(connection, run, {
      state: 'done',
      nowAt: context.nowAt,
      counts: columns.beside(entities),
      faults: rejects.faults,
    })
    context.note({ importUid: run.uid, rows: counts.rows })
    context.changed(...LOADED_TABLES)
  }).tables
}

/** Loads the files of a plan one after the other; yields after each short transaction. */
async function* loadFiles(
  loading: Loading,
  files: readonly ReadyFile[],
): AsyncGenerator<ImportProgress, void> {
  for (const { planned } of files) loading.session.counts.open(planned.profile.entity)
  for (const file of files) yield* loadFile(loading, file)
}

async function* loadFile(
  loading: Loading,
  { planned, open }: ReadyFile,
): AsyncGenerator<ImportProgress, void> {
  loading.meter.openFile(planned.profile.entity, planned.fileName)
  loading.session.files.open(planned.fileName, planned.profile)
  const source = await open()
  if (source === null) {
    await requireUnchanged(loading.folder, loading.files, planned.fileName)
    return
  }
  loading.forms.set(source.fileName, source.form)
  const tally = new FlagTally()
  yield* loadSource(loading, source, tally)
  refuseOver(tally, planned, loading.limit)
}

function loadSource(
  loading: Loading,
  source: RowSource,
  tally: FlagTally,
): AsyncGenerator<ImportProgress, void> {
  const { session } = loading
  // Each case pairs a source with the writer of its own rows, which a union cannot express.
  switch (source.entity) {
    case 'customers':
      return loadRows({ ...loading, tally }, source, new CustomerWriter(session, source))
    case 'accounts':
      return loadRows({ ...loading, tally }, source, new OwnedRowWriter(ACCOUNTS, session, source))
    case 'loans':
      return loadRows({ ...loading, tally }, source, new OwnedRowWriter(LOANS, session, source))
    case 'cards':
      return loadRows({ ...loading, tally }, source, new OwnedRowWriter(CARDS, session, source))
    case 'transactions':
      return loadRows({ ...loading, tally }, source, new TransactionWriter(session, source.mapped))
  }
}
