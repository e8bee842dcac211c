import type { EntityCounts, ImportSheet } from '../../../../shared/contract/imports.ts'
import { Refusal } from '../../../../shared/domain/refusal.ts'
import type { JobSurroundings } from '../../../engine/jobs.ts'
import { goToWork } from './bulk-mode.ts'
import type { LoadSession } from './load-session.ts'
import { ProgressMeter } from './progress-meter.ts'
import { recoverDeadRun } from './recover-import.ts'
import { finishRun, type RunRecord, startUndoing } from './run-record.ts'
import { sheetOf } from './sheet.ts'
import { takeBack } from './take-back.ts'
import { type ImportStep, LOADED_TABLES, sessionOf, summariseSteps, told } from './work-surroundings.ts'

/**
 * Undoes an import as a whole (D3), also one that is not the last. What later work rests on stays and is counted in
 * the sheet. Once begun it is not cancelled: half an undo is of no use to anybody.
 * @throws Refusal imports.notFound, imports.notUndoable, imports.alreadyRunning, imports.undoBlocked when nothing of it
 *   can be undone
 */
export async function* undoImport(
  surroundings: JobSurroundings,
  { importUid }: { readonly importUid: string },
): AsyncGenerator<ImportStep, ImportSheet, void> {
  const { connection } = surroundings.runner
  yield* recoverDeadRun(surroundings)
  const sheet = sheetOf(connection, importUid)
  if (sheet.state !== 'done') throw new Refusal('imports.notUndoable')
  const run = runOf(connection, importUid)
  const session = sessionOf(surroundings, run, sheet.asOf, sheet.profileName)
  connection.transaction(() =>
    startUndoing(connection, run, 'done', { nowAt: session.nowAt, keptRows: addedRows(sheet.entities) }),
  )
  const goHome = goToWork(connection, run.uid)
  try {
    yield* finishUndo(surroundings, session, new ProgressMeter(run.uid, 0, session.nowAt), 'new')
  } finally {
    goHome()
  }
  return sheetOf(connection, importUid)
}

/** Undoes a run that holds the place for it; also the rest of an undo that was killed. */
export async function* finishUndo(
  surroundings: JobSurroundings,
  session: LoadSession,
  meter: ProgressMeter,
  start: 'new' | 'resumed',
): AsyncGenerator<ImportStep, void> {
  const steps = takeBack(session)
  let step = steps.next()
  while (step.done !== true) {
    yield told(meter.undoing(step.value, session.nowAt))
    step = steps.next()
  }
  yield* summariseSteps(surroundings, session, meter)
  const rows = step.value.restored + step.value.removed
  const { keptRows } = sheetOf(session.connection, session.run.uid)
  const blocked = start === 'new' && rows === 0 && keptRows > 0
  const state = blocked ? 'done' : 'undone'
  const tables = closeUndo(surroundings, session.run, state)
  yield { progress: meter.finished(state, rows, session.nowAt), tables }
  if (blocked) throw new Refusal('imports.undoBlocked', { rows: keptRows })
}

function closeUndo(
  { runner, staff }: JobSurroundings,
  run: RunRecord,
  state: 'done' | 'undone',
): ImportStep['tables'] {
  return runner.commit('imports.undo', { importUid: run.uid }, staff, (context) => {
    finishRun(context.connection, run, { state, nowAt: context.nowAt })
    context.note({ importUid: run.uid, state })
    context.changed(...LOADED_TABLES)
  }).tables
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
