import { Refusal } from '../../../../shared/domain/refusal.ts'
import type { JobSurroundings } from '../../../engine/jobs.ts'
import type { LoadSession } from './load-session.ts'
import type { ProgressMeter } from './progress-meter.ts'
import { finishRun, type RunRecord } from './run-record.ts'
import { sheetOf } from './sheet.ts'
import { takeBack } from './take-back.ts'
import { type ImportStep, LOADED_TABLES, summariseSteps, told } from './work-surroundings.ts'

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
