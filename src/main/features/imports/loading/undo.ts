import type { EntityCounts, ImportSheet, ImportState } from '../../../../shared/contract/imports.ts'
import type { KeptSheet } from '../../../../shared/contract/internal/imports.ts'
import { AppError, type ErrorDetail } from '../../../../shared/domain/branch/app-error.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import type { JobContext } from '../../../engine/jobs.ts'
import { appendAudit } from '../../../engine/ledger.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import {
  countOff,
  finishRun,
  forgetRejectFile,
  type RunRecord,
  startUndoing,
  type UnfinishedRun,
  unfinishedRun,
} from '../../../records/imports/import-run.ts'
import { partLeadsOfImport } from '../../../records/leads/join.ts'
import { type Restored, restoreNewest } from './before-images.ts'
import { removeRejectFile } from './reject-file.ts'
import { REMOVALS, type Removal } from './remove-added.ts'
import { enterBulkMode, isAlive } from './run.ts'
import {
  clockOf,
  type ImportStep,
  inShortTransaction,
  LOADED_TABLES,
  type LoadSession,
  ProgressMeter,
  progressStep,
  sessionOf,
} from './session.ts'
import { keptSheetOf, sheetOf } from './sheet.ts'
import { summariseSteps } from './summarise.ts'

/**
 * Undoes an import as a whole (D3), also one that is not the last. What later work rests on stays and is counted in
 * the sheet. Once begun it is not cancelled: half an undo is of no use to anybody.
 * @throws AppError imports.notFound, imports.notUndoable, imports.alreadyRunning, imports.undoBlocked when nothing of it
 *   can be undone
 */
export async function* undoImport(
  context: JobContext,
  { importUid }: { readonly importUid: string },
): AsyncGenerator<ImportStep, KeptSheet, void> {
  const { connection } = context.runner
  yield* recoverDeadRun(context)
  const sheet = keptSheetOf(connection, importUid)
  if (sheet.state !== 'done') throw new AppError('imports.notUndoable', { state: sheet.state })
  const run = runOf(connection, importUid)
  const session = sessionOf(context, run, sheet.asOf, sheet.profileName)
  connection.transaction(() =>
    startUndoing(connection, run, 'done', {
      nowAt: session.readClock(),
      keptRows: addedRows(sheet.entities),
    }),
  )
  const leaveBulkMode = enterBulkMode(connection, run.uid)
  try {
    yield* finishUndo(context, session, new ProgressMeter(run.uid, 0, session.nowAt), 'new')
  } finally {
    leaveBulkMode()
  }
  return keptSheetOf(connection, importUid)
}

function addedRows(entities: ImportSheet['entities']): number {
  const counts: EntityCounts[] = Object.values(entities)
  return counts.reduce((sum, { added, merged }) => sum + added + merged, 0)
}

const NUMBER_OF_RUN = read({ id: TABLES.import_run.id }, 'SELECT id FROM import_run WHERE uid = ?')

function runOf(connection: ReadConnection, uid: string): RunRecord {
  const row = NUMBER_OF_RUN.get(connection, uid)
  if (row === undefined) throw new AppError('imports.notFound')
  return { id: row.id, uid }
}

/**
 * Takes back what a killed process left half done, if there is such a thing. A run that somebody is still at, here or
 * in another process, is left alone.
 * @returns the number of runs taken back, 0 or 1
 */
export async function* recoverDeadRun(context: JobContext): AsyncGenerator<ImportStep, number, void> {
  const { connection } = context.runner
  const found = unfinishedRun(connection)
  if (found === undefined || isAlive(found, clockOf(context)())) return 0
  const leaveBulkMode = enterBulkMode(connection, found.uid)
  try {
    yield* takeOver(context, found)
    return 1
  } finally {
    leaveBulkMode()
  }
}

async function* takeOver(context: JobContext, found: UnfinishedRun): AsyncGenerator<ImportStep, void> {
  const session = sessionOf(context, found, '', '')
  const meter = new ProgressMeter(found.uid, 0, session.nowAt)
  if (found.activity === 'undoing') touchEveryone(session)
  if (found.activity === 'undoing' && found.finishedAt !== null) {
    yield* finishUndo(context, session, meter, 'resumed')
  } else {
    yield* abandonRun(context, session, meter, { state: 'failed', error: 'imports.interrupted' })
  }
}

const EVERYONE = read({ id: TABLES.customer.id }, 'SELECT id FROM customer')

/** Whom a killed take-back had touched is not known any more: the rows that said so are gone. */
function touchEveryone({ connection, touched }: LoadSession): void {
  for (const { id } of EVERYONE.iterate(connection)) touched.add(id)
}

/** Undoes a run that holds the place for it; also the rest of an undo that was killed. */
async function* finishUndo(
  context: JobContext,
  session: LoadSession,
  meter: ProgressMeter,
  start: 'new' | 'resumed',
): AsyncGenerator<ImportStep, void> {
  const steps = takeBack(session)
  let step = steps.next()
  while (step.done !== true) {
    yield progressStep(meter.undoing(step.value, session.nowAt))
    step = steps.next()
  }
  yield* summariseSteps(context, session, meter)
  const rows = step.value.restored + step.value.removed
  const { keptRows } = sheetOf(session.connection, session.run.uid)
  const blocked = start === 'new' && rows === 0 && keptRows > 0
  const state = blocked ? 'done' : 'undone'
  const tables = closeUndo(context, session.run, state)
  yield { progress: meter.finished(state, rows, session.nowAt), tables }
  if (blocked) throw new AppError('imports.undoBlocked', { rows: keptRows })
}

function closeUndo(
  { runner, staff }: JobContext,
  run: RunRecord,
  state: 'done' | 'undone',
): ImportStep['tables'] {
  return runner.commit('imports.undo', { importUid: run.uid }, staff, (context) => {
    finishRun(context.connection, run, { state, nowAt: context.nowAt })
    context.note({ importUid: run.uid, state })
    context.changed(...LOADED_TABLES)
  }).tables
}

interface Abandonment {
  readonly state: Extract<ImportState, 'cancelled' | 'failed'>
  /** Why; shown in the sheet. */
  readonly error: string
  /** What its sentence names. */
  readonly errorDetail?: ErrorDetail
}

/**
 * Ends a run that is not to happen: everything that it wrote is taken back. The branch then is as it was before, so
 * there is nothing for the outbox; the audit says that it was tried.
 */
export async function* abandonRun(
  context: JobContext,
  session: LoadSession,
  meter: ProgressMeter,
  why: Abandonment,
): AsyncGenerator<ImportStep, void> {
  const { connection, run } = session
  connection.transaction(() =>
    startUndoing(connection, run, 'running', { nowAt: session.readClock(), keptRows: 0 }),
  )
  for (const rows of takeBack(session)) yield progressStep(meter.undoing(rows, session.nowAt))
  yield* summariseSteps(context, session, meter)
  const rejectFile = closeRun(context, run, why)
  if (rejectFile !== null) removeRejectFile(rejectFile)
  yield {
    progress: meter.finished(why.state, session.counts.rows, session.nowAt),
    tables: [...LOADED_TABLES, 'audit'],
  }
}

function closeRun(
  { runner, staff }: JobContext,
  run: RunRecord,
  { state, error, errorDetail = {} }: Abandonment,
): string | null {
  const { connection } = runner
  return connection.transaction(() => {
    const { nowAt } = runner.readContext(staff)
    finishRun(connection, run, { state, error, errorDetail, nowAt, keptRows: 0 })
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

/** Before-images put back in one short transaction. */
const IMAGES_A_STEP = 200

interface TakenBack {
  readonly restored: number
  /** Added rows that are gone; undecided pairs are not counted. */
  readonly removed: number
}

/**
 * Undoes what a run wrote, in short transactions (D3): its changes newest first, then what it added. Every step can be
 * repeated, so a take-back that is killed is simply started again.
 * Yields the rows dealt with so far. The touched people must be summarised afterwards.
 */
function* takeBack(session: LoadSession): Generator<number, TakenBack> {
  inShortTransaction(session, () => partLeadsOfImport(session.connection, session.run.id, session.nowAt))
  let restored = 0
  for (;;) {
    const step = inShortTransaction(session, () => restoreStep(session))
    if (step.images === 0) break
    restored += step.images - step.kept
    yield restored
  }
  let removed = 0
  for (const removal of REMOVALS) {
    for (const rows of removeAll(session, removal)) {
      removed += rows
      yield restored + removed
    }
  }
  return { restored, removed }
}

function* removeAll(session: LoadSession, removal: Removal): Generator<number> {
  const highest = removal.highestId(session.connection)
  for (let after = 0; after < highest; after += removal.window) {
    yield inShortTransaction(session, () => {
      const removed = removal.within(contextOf(session), after, after + removal.window)
      countOff(session.connection, session.run, removed)
      return removed
    })
  }
}

function restoreStep(session: LoadSession): Restored {
  const step = restoreNewest(contextOf(session), IMAGES_A_STEP)
  countOff(session.connection, session.run, -step.kept)
  return step
}

function contextOf({ connection, run, touched, nowAt }: LoadSession) {
  return { connection, runId: run.id, touched, nowAt }
}
