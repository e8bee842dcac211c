import { partLeadsOfImport } from '../../../engine/leads/join.ts'
import { bulkTransaction } from './bulk-transaction.ts'
import type { LoadSession } from './load-session.ts'
import { REMOVALS, type Removal } from './remove-added.ts'
import { type Restored, restoreNewest } from './restore-images.ts'
import { countOff } from './run-record.ts'

/** Before-images put back in one short transaction. */
const IMAGES_A_STEP = 200

export interface TakenBack {
  readonly restored: number
  /** Added rows that are gone; undecided pairs are not counted. */
  readonly removed: number
}

/**
 * Undoes what a run wrote, in short transactions (D3): its changes newest first, then what it added. Every step can be
 * repeated, so a take-back that is killed is simply started again.
 * Yields the rows dealt with so far. The touched people must be summarised afterwards.
 */
export function* takeBack(session: LoadSession): Generator<number, TakenBack> {
  bulkTransaction(session, null, () => partLeadsOfImport(session.connection, session.run.id, session.nowAt))
  let restored = 0
  for (;;) {
    const step = bulkTransaction(session, null, () => restoreStep(session))
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
    yield bulkTransaction(session, null, () => {
      const removed = removal.within(takingsOf(session), after, after + removal.window)
      countOff(session.connection, session.run, removed)
      return removed
    })
  }
}

function restoreStep(session: LoadSession): Restored {
  const step = restoreNewest(takingsOf(session), IMAGES_A_STEP)
  countOff(session.connection, session.run, -step.kept)
  return step
}

function takingsOf({ connection, run, touched, nowAt }: LoadSession) {
  return { connection, runId: run.id, touched, nowAt }
}
