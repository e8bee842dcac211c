import { refusalOf } from '../../../engine/faults.ts'
import type { JobOperations, KeptSheet } from '../../../engine/job-operations.ts'
import type { JobSurroundings } from '../../../engine/jobs.ts'
import { appendAudit } from '../../../engine/ledger.ts'
import { type ImportPlan, planImport, requireComplete } from '../reading/plan-import.ts'
import { abandonRun } from './abandon-run.ts'
import { goToWork } from './bulk-mode.ts'
import { bytesOf, type Loading, loadFiles, refuseWhenCancelled } from './load-files.ts'
import { ProgressMeter } from './progress-meter.ts'
import { recoverDeadRun } from './recover-import.ts'
import { RejectFile } from './reject-file.ts'
import { finishRun, insertRun, type RunRecord } from './run-record.ts'
import { keptSheetOf } from './sheet.ts'
import {
  clockOf,
  type ImportStep,
  LOADED_TABLES,
  sessionOf,
  summariseSteps,
  told,
} from './work-surroundings.ts'

type RunInput = JobOperations['imports.run']['input']

/**
 * Imports a folder by a profile (D1–D3): reads, writes in short transactions, summarises the people touched, and ends
 * with the reconciliation sheet. Cancelled or failed, it takes back what it wrote.
 * @returns the sheet; its state is `done` or `cancelled`
 * @throws Refusal imports.alreadyRunning, imports.fileMissing and others of the reading side, engine.diskFull
 */
export async function* runImport(
  surroundings: JobSurroundings,
  input: RunInput,
): AsyncGenerator<ImportStep, KeptSheet, void> {
  const plan = await planImport(input.profile, input.folder)
  requireComplete(plan)
  const bytesTotal = await bytesOf(plan, input.folder)
  yield* recoverDeadRun(surroundings)
  const { connection } = surroundings.runner
  const run = beginRun(surroundings, input)
  const goHome = goToWork(connection, run.uid)
  const rejects = new RejectFile(input.rejectFolder, run.uid)
  const nowAt = clockOf(surroundings)
  const asOf = input.asOf ?? surroundings.runner.readContext(surroundings.staff).todayOn
  const session = sessionOf(surroundings, run, asOf, input.profile.name)
  const meter = new ProgressMeter(run.uid, bytesTotal, session.nowAt)
  const loading = { session, folder: input.folder, meter, rejects, signal: surroundings.signal, nowAt }
  try {
    yield* loadAll(surroundings, loading, plan)
  } catch (error) {
    const { code } = refusalOf(error)
    rejects.close()
    const state = code === 'imports.cancelled' ? 'cancelled' : 'failed'
    yield* abandonRun(surroundings, session, meter, { state, error: code })
    if (state === 'failed') throw error
  } finally {
    rejects.close()
    goHome()
  }
  return keptSheetOf(connection, run.uid)
}

/** The start and the end of a run are audited; what lies between them is in the sheet. */
function beginRun({ runner, staff }: JobSurroundings, { profile, asOf }: RunInput): RunRecord {
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
  surroundings: JobSurroundings,
  loading: Loading,
  plan: ImportPlan,
): AsyncGenerator<ImportStep, void> {
  const { session, meter, signal } = loading
  yield { progress: meter.reading(0, session.nowAt), tables: ['import_run'] }
  for await (const progress of loadFiles(loading, plan)) yield told(progress)
  yield* summariseSteps(surroundings, session, meter, () => refuseWhenCancelled(signal))
  const tables = endRun(surroundings, loading)
  yield { progress: meter.finished('done', session.counts.rows, loading.nowAt()), tables }
}

/** The one outbox row of an import, and a commit that waits for the disk: from here on the import has happened. */
function endRun({ runner, staff }: JobSurroundings, { session, rejects }: Loading): ImportStep['tables'] {
  const { connection, run, asOf, source, counts } = session
  const entities = counts.sheet()
  const payload = { importUid: run.uid, profileName: source, asOf, entities }
  return runner.commit('imports.run', payload, staff, (context) => {
    if (rejects.path !== null) {
      connection.statement('UPDATE import_run SET reject_file = ? WHERE id = ?').run(rejects.path, run.id)
    }
    finishRun(connection, run, { state: 'done', nowAt: context.nowAt, counts: entities })
    context.note({ importUid: run.uid, rows: counts.rows })
    context.changed(...LOADED_TABLES)
  }).tables
}
