import type { JobSurroundings } from '../../../engine/jobs.ts'
import { abandonRun } from './abandon-run.ts'
import { goToWork } from './bulk-mode.ts'
import { finishUndo } from './finish-undo.ts'
import type { LoadSession } from './load-session.ts'
import { ProgressMeter } from './progress-meter.ts'
import { isAlive } from './run-liveness.ts'
import { type UnfinishedRun, unfinishedRun } from './run-record.ts'
import { clockOf, type ImportStep, sessionOf } from './work-surroundings.ts'

/**
 * Takes back what a killed process left half done, if there is such a thing. A run that somebody is still at, here or
 * in another process, is left alone.
 * @returns the number of runs taken back, 0 or 1
 */
export async function* recoverDeadRun(
  surroundings: JobSurroundings,
): AsyncGenerator<ImportStep, number, void> {
  const { connection } = surroundings.runner
  const found = unfinishedRun(connection)
  if (found === undefined || isAlive(found, clockOf(surroundings)())) return 0
  const goHome = goToWork(connection, found.uid)
  try {
    yield* takeOver(surroundings, found)
    return 1
  } finally {
    goHome()
  }
}

async function* takeOver(
  surroundings: JobSurroundings,
  found: UnfinishedRun,
): AsyncGenerator<ImportStep, void> {
  const session = sessionOf(surroundings, found, '', '')
  const meter = new ProgressMeter(found.uid, 0, session.nowAt)
  if (found.activity === 'undoing') touchEveryone(session)
  if (found.activity === 'undoing' && found.finishedAt !== null) {
    yield* finishUndo(surroundings, session, meter, 'resumed')
  } else {
    yield* abandonRun(surroundings, session, meter, { state: 'failed', error: 'imports.interrupted' })
  }
}

/** Whom a killed take-back had touched is not known any more: the rows that said so are gone. */
function touchEveryone({ connection, touched }: LoadSession): void {
  for (const id of connection.statement<number>('SELECT id FROM customer').pluck().iterate()) touched.add(id)
}
