import type { Connection } from '../connection.ts'
import { pointingAt } from '../foreign-keys.ts'

const STANDING = 'state, state_at, state_before, state_before_at, served_by'

/**
 * Makes one visit of two of the same person, who had drawn two tickets: the earlier arrival stays and takes over the
 * tickets and what was found out; being served counts for more than waiting.
 * @returns the number of the visit that stays
 */
export function joinVisits(connection: Connection, oneId: number, otherId: number, nowAt: number): number {
  const [kept, gone] = connection
    .statement<{ id: number; state: string }>(
      'SELECT id, state FROM visit WHERE id IN (?, ?) ORDER BY arrived_at, id',
    )
    .all(oneId, otherId)
  if (kept === undefined || gone === undefined) return oneId
  if (kept.state === 'waiting' && gone.state === 'serving') {
    connection
      .statement(`UPDATE visit SET (${STANDING}) = (SELECT ${STANDING} FROM visit WHERE id = ?) WHERE id = ?`)
      .run(gone.id, kept.id)
  }
  takeOver(connection, kept.id, gone.id, nowAt)
  return kept.id
}

/** One visit takes over whatever points at another and what was found out about it, and the other is no more. */
export function takeOver(connection: Connection, keptId: number, goneId: number, nowAt: number): void {
  for (const { table, column } of pointingAt(connection, 'visit')) {
    connection.statement(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`).run(keptId, goneId)
  }
  connection
    .statement(
      `UPDATE visit SET clue = CASE WHEN visit.clue = '' THEN other.clue ELSE visit.clue END,
         do_not_disturb = max(visit.do_not_disturb, other.do_not_disturb),
         lead_id = coalesce(visit.lead_id, other.lead_id), arrived_at = min(visit.arrived_at, other.arrived_at),
         state_at = CASE WHEN visit.state = 'waiting' AND other.state = 'waiting'
           THEN min(visit.state_at, other.state_at) ELSE visit.state_at END,
         updated_at = ?, version = visit.version + 1
       FROM visit AS other WHERE other.id = ? AND visit.id = ?`,
    )
    .run(nowAt, goneId, keptId)
  connection.statement('DELETE FROM visit WHERE id = ?').run(goneId)
}

/** The day and the instant at which visits of other days are over. */
interface Now {
  readonly todayOn: string
  readonly nowAt: number
}

/**
 * Before one person's records go under another's: whoever is here on both becomes one visitor, and an open visit moves
 * to the record that stays. Visits that are over stay on their record, so that taking a merge back gives each their own.
 */
export function moveOpenVisit(
  connection: Connection,
  from: { readonly personId: number; readonly toId: number },
  now: Now,
): void {
  // A forgotten visit of another day would swallow today's, and its person the board.
  for (const personId of [from.personId, from.toId]) endForgottenVisits(connection, personId, now)
  const { nowAt } = now
  const open = connection.statement<{ id: number }>(
    `SELECT id FROM visit WHERE customer_id = ? AND state IN ('waiting', 'serving')`,
  )
  const moving = open.get(from.personId)
  if (moving === undefined) return
  const staying = open.get(from.toId)
  const id = staying === undefined ? moving.id : joinVisits(connection, staying.id, moving.id, nowAt)
  connection
    .statement('UPDATE visit SET customer_id = ?, updated_at = ? WHERE id = ?')
    .run(from.toId, nowAt, id)
}

/**
 * A visit that somebody forgot to end is over with its day; the person can come again. A day that is still to come is
 * another day too: a clock that ran ahead and was set right leaves visits there.
 */
export function endForgottenVisits(connection: Connection, personId: number, { todayOn, nowAt }: Now): void {
  connection
    .statement(
      `UPDATE visit SET state_before = state, state_before_at = state_at, state = 'left', state_at = ?,
         updated_at = ?, version = version + 1
       WHERE customer_id = ? AND state IN ('waiting', 'serving') AND on_date <> ?`,
    )
    .run(nowAt, nowAt, personId, todayOn)
}
