import type { ImportState } from '../../../../shared/contract/imports.ts'
import type { JobSurroundings } from '../../../engine/jobs.ts'
import { appendAudit } from '../../../engine/ledger.ts'
import type { LoadSession } from './load-session.ts'
import type { ProgressMeter } from './progress-meter.ts'
import { removeRejectFile } from './reject-file.ts'
import { finishRun, forgetRejectFile, type RunRecord, startUndoing } from './run-record.ts'
import { takeBack } from './take-back.ts'
import { type ImportStep, LOADED_TABLES, summariseSteps, told } from './work-surroundings.ts'

export interface Abandonment {
  readonly state: Extract<ImportState, 'cancelled' | 'failed'>
  /** Why; shown in the sheet. */
  readonly error: string
}

/**
 * Ends a run that is not to happen: everything that it wrote is taken back. The branch then is as it was before, so
 * there is nothing for the outbox; the audit says that it was tried.
 */
export async function* abandonRun(
  surroundings: JobSurroundings,
  session: LoadSession,
  meter: ProgressMeter,
  why: Abandonment,
): AsyncGenerator<ImportStep, void> {
  const { connection, run } = session
  connection.transaction(() =>
    startUndoing(connection, run, 'running', { nowAt: session.readClock(), keptRows: 0 }),
  )
  for (const rows of takeBack(session)) yield told(meter.undoing(rows, session.nowAt))
  yield* summariseSteps(surroundings, session, meter)
  const rejectFile = closeBooks(surroundings, run, why)
  if (rejectFile !== null) removeRejectFile(rejectFile)
  yield {
    progress: meter.finished(why.state, session.counts.rows, session.nowAt),
    tables: LOADED_TABLES,
  }
}

function closeBooks(
  { runner, staff }: JobSurroundings,
  run: RunRecord,
  { state, error }: Abandonment,
): string | null {
  const { connection } = runner
  return connection.transaction(() => {
    const { nowAt } = runner.readContext(staff)
    finishRun(connection, run, { state, error, nowAt, keptRows: 0 })
    appendAudit(connection, {
      at: nowAt,
      staffNo: staff.no,
      action: `imports.${state}`,
      customerUid: null,
      detail: { importUid: run.uid, error },
    })
    return forgetRejectFile(connection, run)
  })
}
