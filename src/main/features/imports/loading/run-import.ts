import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import type { ImportProgress } from '../../../../shared/contract/imports.ts'
import type { KeptSheet } from '../../../../shared/contract/internal/imports.ts'
import type { JobInputOf } from '../../../../shared/contract/internal/index.ts'
import { type FlagLimit, FlagTally } from '../../../../shared/domain/imports/flag-tally.ts'
import { appErrorOf } from '../../../engine/faults.ts'
import type { JobContext } from '../../../engine/jobs.ts'
import { appendAudit } from '../../../engine/ledger.ts'
import {
  finishRun,
  insertRun,
  keepRejectFile,
  type RunRecord,
  refuseWhileTaken,
} from '../../../records/imports/import-run.ts'
import type { Lookups } from '../reading/expression.ts'
import { refuseWhenCancelled } from '../reading/extract.ts'
import { readLookups } from '../reading/lookups.ts'
import {
  type ImportPlan,
  openRows,
  type PlannedFile,
  planImport,
  type RowBatch,
  type RowSource,
  requireComplete,
} from '../reading/read-folder.ts'
import { refuseFlaggedFiles, refuseOver } from '../reading/survey-file.ts'
import { CustomerWriter } from './customer-writer.ts'
import { refuseOlder } from './older-extract.ts'
import { ACCOUNTS, CARDS, LOANS, OwnedRowWriter } from './owned-rows.ts'
import { RejectFile, type ReportedRecord } from './reject-file.ts'
import { enterBulkMode } from './run.ts'
import {
  clockOf,
  type ImportStep,
  inShortTransaction,
  LOADED_TABLES,
  type LoadSession,
  ProgressMeter,
  progressStep,
  type RowWriter,
  reported,
  sessionOf,
} from './session.ts'
import { keptSheetOf } from './sheet.ts'
import { summariseSteps } from './summarise.ts'
import { TransactionWriter } from './transaction-writer.ts'
import { abandonRun, recoverDeadRun } from './undo.ts'

type RunInput = JobInputOf<'imports.run'>

/**
 * Imports a folder by a profile (D1–D3): reads, writes in short transactions, summarises the people touched, and ends
 * with the reconciliation sheet. Cancelled or failed, it takes back what it wrote.
 * @returns the sheet; its state is `done` or `cancelled`
 * @throws AppError imports.alreadyRunning, imports.olderExtract, imports.tooManyFlagged, imports.fileMissing and others of
 *   the reading side, engine.diskFull
 */
export async function* runImport(
  context: JobContext,
  input: RunInput,
): AsyncGenerator<ImportStep, KeptSheet, void> {
  const plan = await planImport(input.profile, input.folder)
  requireComplete(plan)
  yield* recoverDeadRun(context)
  const { connection } = context.runner
  refuseWhileTaken(connection)
  const { todayOn } = context.runner.readContext(context.staff)
  const asOf = input.asOf ?? todayOn
  if (input.allowOlder !== true) refuseOlder(connection, plan, asOf)
  const lookups = await readLookups(plan, input.folder, context.signal)
  const limit = input.profile.stopAtFlagged
  await refuseFlaggedFiles(input.folder, plan, lookups, { todayOn, limit, signal: context.signal })
  const bytesTotal = await bytesOf(plan, input.folder)
  const run = beginRun(context, input)
  const leaveBulkMode = enterBulkMode(connection, run.uid)
  const rejects = new RejectFile(input.rejectFolder, run.uid)
  const nowAt = clockOf(context)
  const session = sessionOf(context, run, asOf, input.profile.name)
  const meter = new ProgressMeter(run.uid, bytesTotal, session.nowAt)
  const loading = {
    session,
    folder: input.folder,
    lookups,
    todayOn,
    limit,
    meter,
    rejects,
    signal: context.signal,
    nowAt,
  }
  try {
    yield* loadAll(context, loading, plan)
  } catch (error) {
    const { code } = appErrorOf(error)
    rejects.close()
    const state = code === 'imports.cancelled' ? 'cancelled' : 'failed'
    yield* abandonRun(context, session, meter, { state, error: code })
    if (state === 'failed') throw error
  } finally {
    rejects.close()
    leaveBulkMode()
  }
  return keptSheetOf(connection, run.uid)
}

/** The start and the end of a run are audited; what lies between them is in the sheet. */
function beginRun({ runner, staff }: JobContext, { profile, asOf }: RunInput): RunRecord {
  const { connection } = runner
  return connection.transaction(() => {
    const { nowAt, todayOn, newUid } = runner.writeContext(staff).context
    const run = insertRun(connection, {
      uid: newUid(),
      profileName: profile.name,
      asOf: asOf ?? todayOn,
      staffNo: staff.no,
      nowAt,
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
  plan: ImportPlan,
): AsyncGenerator<ImportStep, void> {
  const { session, meter, signal } = loading
  yield { progress: meter.reading(0, session.nowAt), tables: ['import_run', 'audit'] }
  for await (const progress of loadFiles(loading, plan)) yield progressStep(progress)
  yield* summariseSteps(context, session, meter, () => refuseWhenCancelled(signal))
  const tables = endRun(context, loading)
  yield { progress: meter.finished('done', session.counts.rows, loading.nowAt()), tables }
}

/** The one outbox row of an import, and a commit that waits for the disk: from here on the import has happened. */
function endRun({ runner, staff }: JobContext, { session, rejects }: Loading): ImportStep['tables'] {
  const { connection, run, asOf, source, counts } = session
  const entities = counts.sheet()
  const payload = { importUid: run.uid, profileName: source, asOf, entities }
  return runner.commit('imports.run', payload, staff, (context) => {
    if (rejects.path !== null) keepRejectFile(connection, run, rejects.path)
    finishRun(connection, run, { state: 'done', nowAt: context.nowAt, counts: entities })
    context.note({ importUid: run.uid, rows: counts.rows })
    context.changed(...LOADED_TABLES)
  }).tables
}

interface Loading {
  readonly session: LoadSession
  readonly folder: string
  readonly lookups: Lookups
  /** The branch's day when the run began. */
  readonly todayOn: string
  readonly limit: FlagLimit
  readonly meter: ProgressMeter
  readonly rejects: RejectFile
  readonly signal: AbortSignal
  /** Reads the clock anew. */
  nowAt(): number
}

/** Loads the files of a plan one after the other; yields after each short transaction. */
async function* loadFiles(loading: Loading, plan: ImportPlan): AsyncGenerator<ImportProgress, void> {
  for (const { profile } of plan.files) loading.session.counts.open(profile.entity)
  for (const planned of plan.files) yield* loadFile(loading, planned)
}

async function* loadFile(
  loading: Loading,
  planned: PlannedFile<EntityFile>,
): AsyncGenerator<ImportProgress, void> {
  loading.meter.openFile(planned.profile.entity, planned.fileName)
  const { limit, lookups, todayOn } = loading
  const source = await openRows(loading.folder, planned, lookups, todayOn)
  const tally = new FlagTally()
  yield* loadSource(loading, source, tally)
  refuseOver(tally, planned, limit)
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

interface Rows<Row> extends Pick<RowSource, 'entity' | 'fileName'> {
  batches(signal?: AbortSignal): AsyncIterable<RowBatch<Row>>
}

async function* loadRows<Row extends { readonly line: number }>(
  loading: Loading & { readonly tally: FlagTally },
  source: Rows<Row>,
  writer: RowWriter<Row>,
): AsyncGenerator<ImportProgress, void> {
  const { session, meter, rejects, signal } = loading
  let startedAt = loading.nowAt()
  for await (const batch of source.batches(signal)) {
    report(loading, source, batch)
    loading.tally.addRecords(batch.rows.length + batch.rejects.length)
    for (const { problems } of batch.flagged) loading.tally.addFlagged(problems)
    for (let from = 0; from < batch.rows.length; from += writer.sliceRows) {
      refuseWhenCancelled(signal)
      const { refused, flagged } = writeSlice(loading, source.fileName, writer, batch, from)
      rejects.add(source.fileName, 'rejected', refused)
      rejects.add(source.fileName, 'flagged', flagged)
      yield meter.reading(session.counts.rows, session.nowAt)
    }
    meter.readTo(batch.bytesRead)
    const nowAt = loading.nowAt()
    session.counts.addTime(source.entity, nowAt - startedAt)
    startedAt = nowAt
  }
  yield meter.reading(session.counts.rows, loading.nowAt())
}

/** The records that the reading side could not use, or only in part. */
function report(
  { session, rejects }: Loading,
  { entity, fileName }: Pick<RowSource, 'entity' | 'fileName'>,
  batch: RowBatch<unknown>,
): void {
  session.counts.add(entity, 'rejected', batch.rejects.length)
  session.counts.addFlagged(entity, batch.flagged.length)
  rejects.add(fileName, 'rejected', batch.rejects)
  rejects.add(fileName, 'flagged', batch.flagged)
}

interface SliceProblems {
  /** The rows that the database has no place for. */
  readonly refused: readonly ReportedRecord[]
  readonly flagged: readonly ReportedRecord[]
}

function writeSlice<Row extends { readonly line: number }>(
  { session, rejects }: Loading,
  fileName: string,
  writer: RowWriter<Row>,
  batch: RowBatch<Row>,
  from: number,
): SliceProblems {
  const refused: ReportedRecord[] = []
  const flagged: ReportedRecord[] = []
  const to = Math.min(from + writer.sliceRows, batch.rows.length)
  const writeRows = () => {
    for (let index = from; index < to; index++) {
      const row = batch.rows[index]
      if (row === undefined) continue
      const problem = writer.write(row)
      if (problem === null) continue
      const record = { fileName, line: row.line, raw: batch.raws[index] ?? '' }
      if (problem.flagged !== true) session.counts.add(writer.entity, 'rejected')
      ;(problem.flagged === true ? flagged : refused).push(reported(record, problem))
    }
  }
  inShortTransaction(session, writeRows, rejects.path)
  return { refused, flagged }
}

/** The bytes of all files that hold rows, for the progress bar. */
async function bytesOf(plan: ImportPlan, folder: string): Promise<number> {
  const sizes = await Promise.all(
    plan.files.map(async ({ fileName }) => (await stat(join(folder, fileName))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
