import type { Connection } from '../connection.ts'
import { arrive, leave } from './move-keys.ts'
import { type MovingKey, MovingKeys } from './moving-keys.ts'
import { countMoves } from './planned-moves.ts'
import type { SortedRuns } from './sorted-runs.ts'

/** Runs a piece of work as one short transaction. */
export type InTransaction = (work: () => void) => void

/** People read, keys written and people settled in one step, each a few milliseconds. Ours. */
const PEOPLE_A_STEP = 250
const KEYS_A_STEP = 1_500
const SETTLED_A_STEP = 1_000

/**
 * Carries out what `planSearchMoves` planned, many people at once in the order of the tree. Keys come to the new
 * bucket before they leave the old one, so that a person is found all the while; then the person's bucket is set and
 * the plan goes. It may stop after any step and be started again. Yields after each, with the people dealt with.
 */
export function* carryOutMoves(
  connection: Connection,
  inTransaction: InTransaction,
): Generator<{ readonly done: number; readonly total: number }, void> {
  const total = countMoves(connection)
  for (let done = 0; ; ) {
    const keys = new MovingKeys()
    while (keys.takeMore(connection, PEOPLE_A_STEP)) yield { done, total }
    if (keys.people === 0) return
    for (const _step of write(connection, arrive, keys.arriving, inTransaction)) yield { done, total }
    for (const _step of write(connection, leave, keys.leaving, inTransaction)) yield { done, total }
    for (const _step of settleUpTo(connection, keys.lastMoveId, inTransaction)) yield { done, total }
    done += keys.people
  }
}

function* write(
  connection: Connection,
  writeKeys: (connection: Connection, keys: readonly MovingKey[]) => void,
  runs: SortedRuns<MovingKey>,
  inTransaction: InTransaction,
): Generator<void, void> {
  for (const keys of runs.portions(KEYS_A_STEP)) {
    inTransaction(() => writeKeys(connection, keys))
    yield
  }
}

/** Says of people that they are where they were moved to. */
function* settleUpTo(
  connection: Connection,
  lastMoveId: number,
  inTransaction: InTransaction,
): Generator<void, void> {
  const next = connection.statement<{ id: number | null }>(
    'SELECT max(id) AS id FROM (SELECT id FROM search_move WHERE id <= ? ORDER BY id LIMIT ?)',
  )
  const settle = connection.statement(
    `UPDATE customer SET search_bucket = move.bucket FROM (SELECT customer_id, bucket FROM search_move WHERE id <= ?) AS move
     WHERE customer.id = move.customer_id`,
  )
  const forget = connection.statement('DELETE FROM search_move WHERE id <= ?')
  for (;;) {
    const upTo = next.get(lastMoveId, SETTLED_A_STEP)?.id ?? null
    if (upTo === null) return
    inTransaction(() => {
      settle.run(upTo)
      forget.run(upTo)
    })
    yield
  }
}
