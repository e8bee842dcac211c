import type { EntityCounts, ImportSheet } from '../../../../shared/contract/imports.ts'
import { Refusal } from '../../../../shared/domain/refusal.ts'
import type { KeptSheet } from '../../../engine/job-operations.ts'
import type { JobSurroundings } from '../../../engine/jobs.ts'
import { goToWork } from './bulk-mode.ts'
import { finishUndo } from './finish-undo.ts'
import type { LoadSession } from './load-session.ts'
import { ProgressMeter } from './progress-meter.ts'
import { recoverDeadRun } from './recover-import.ts'
import { type RunRecord, startUndoing } from './run-record.ts'
import { keptSheetOf } from './sheet.ts'
import { type ImportStep, sessionOf } from './work-surroundings.ts'

/**
 * Undoes an import as a whole (D3), also one that is not the last. What later work rests on stays and is counted in
 * the sheet. Once begun it is not cancelled: half an undo is of no use to anybody.
 * @throws Refusal imports.notFound, imports.notUndoable, imports.alreadyRunning, imports.undoBlocked when nothing of it
 *   can be undone
 */
export async function* undoImport(
  surroundings: JobSurroundings,
  { importUid }: { readonly importUid: string },
): AsyncGenerator<ImportStep, KeptSheet, void> {
  const { connection } = surroundings.runner
  yield* recoverDeadRun(surroundings)
  const sheet = keptSheetOf(connection, importUid)
  if (sheet.state !== 'done') throw new Refusal('imports.notUndoable', { state: sheet.state })
  const run = runOf(connection, importUid)
  const session = sessionOf(surroundings, run, sheet.asOf, sheet.profileName)
  connection.transaction(() =>
    startUndoing(connection, run, 'done', {
      nowAt: session.readClock(),
      keptRows: addedRows(sheet.entities),
    }),
  )
  const goHome = goToWork(connection, run.uid)
  try {
    yield* finishUndo(surroundings, session, new ProgressMeter(run.uid, 0, session.nowAt), 'new')
  } finally {
    goHome()
  }
  return keptSheetOf(connection, importUid)
}

function addedRows(entities: ImportSheet['entities']): number {
  const counts: EntityCounts[] = Object.values(entities)
  return counts.reduce((sum, { added, merged }) => sum + added + merged, 0)
}

function runOf(connection: LoadSession['connection'], uid: string): RunRecord {
  const row = connection.statement<{ id: number }>('SELECT id FROM import_run WHERE uid = ?').get(uid)
  if (row === undefined) throw new Refusal('imports.notFound')
  return { id: row.id, uid }
}
