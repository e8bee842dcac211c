import type { WriteContext } from '../../engine/context.ts'
import { repoint } from '../../engine/foreign-keys.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'

const STANDING = 'state, state_at, state_before, state_before_at, served_before, served_by'

const TWO_BY_ARRIVAL = read(
  { id: TABLES.visit.id, state: TABLES.visit.state },
  'SELECT id, state FROM visit WHERE id IN (?, ?) ORDER BY arrived_at, id',
)

const TAKE_STANDING_OF = write(
  `UPDATE visit SET (${STANDING}) = (SELECT ${STANDING} FROM visit WHERE id = ?) WHERE id = ?`,
)

/**
 * Makes one visit of two of the same person, who had drawn two tickets: the earlier arrival stays and takes over the
 * tickets and what was found out; being served counts for more than waiting.
 * @returns the number of the visit that stays
 */
export function joinVisits(context: WriteContext, oneId: number, otherId: number): number {
  const { connection } = context
  const [kept, gone] = TWO_BY_ARRIVAL.all(connection, oneId, otherId)
  if (kept === undefined || gone === undefined) return oneId
  if (kept.state === 'waiting' && gone.state === 'serving') {
    TAKE_STANDING_OF.run(connection, gone.id, kept.id)
  }
  takeOver(context, kept.id, gone.id)
  return kept.id
}

const TAKE_OVER_FROM = write(
  `UPDATE visit SET clue = CASE WHEN visit.clue = '' THEN other.clue ELSE visit.clue END,
     do_not_disturb = max(visit.do_not_disturb, other.do_not_disturb),
     lead_id = coalesce(visit.lead_id, other.lead_id), arrived_at = min(visit.arrived_at, other.arrived_at),
     state_at = CASE WHEN visit.state = 'waiting' AND other.state = 'waiting'
       THEN min(visit.state_at, other.state_at) ELSE visit.state_at END,
     updated_at = ?, version = visit.version + 1
   FROM visit AS other WHERE other.id = ? AND visit.id = ?`,
)

const REMOVE_VISIT = write('DELETE FROM visit WHERE id = ?')

/** One visit takes over whatever points at another and what was found out about it, and the other is no more. */
function takeOver(context: WriteContext, keptId: number, goneId: number): void {
  const { connection, nowAt } = context
  context.changed(...repoint(connection, 'visit', { from: goneId, to: keptId }))
  TAKE_OVER_FROM.run(connection, nowAt, goneId, keptId)
  REMOVE_VISIT.run(connection, goneId)
  context.changed('visit')
}

const OPEN_VISIT_OF_RECORD = read(
  { id: TABLES.visit.id },
  `SELECT id FROM visit WHERE customer_id = ? AND state IN ('waiting', 'serving')`,
)

const MOVE_TO_RECORD = write('UPDATE visit SET customer_id = ?, updated_at = ? WHERE id = ?')

/**
 * Before one person's records go under another's: whoever is here on both becomes one visitor, and an open visit moves
 * to the record that stays. Visits that are over stay on their record, so that taking a merge back gives each their own.
 */
export function moveOpenVisit(
  context: WriteContext,
  from: { readonly personId: number; readonly toId: number },
): void {
  // A forgotten visit of another day would swallow today's, and its person the board.
  for (const personId of [from.personId, from.toId]) endForgottenVisits(context, personId)
  const { connection, nowAt } = context
  const moving = OPEN_VISIT_OF_RECORD.get(connection, from.personId)
  if (moving === undefined) return
  const staying = OPEN_VISIT_OF_RECORD.get(connection, from.toId)
  const id = staying === undefined ? moving.id : joinVisits(context, staying.id, moving.id)
  MOVE_TO_RECORD.run(connection, from.toId, nowAt, id)
  context.changed('visit')
}

const END_ON_OTHER_DAYS = write(
  `UPDATE visit SET state_before = state, state_before_at = state_at, served_before = served_by, state = 'left', state_at = ?,
     updated_at = ?, version = version + 1
   WHERE customer_id = ? AND state IN ('waiting', 'serving') AND on_date <> ?`,
)

/**
 * A visit that somebody forgot to end is over with its day; the person can come again. A day that is still to come is
 * another day too: a clock that ran ahead and was set right leaves visits there.
 */
export function endForgottenVisits(context: WriteContext, personId: number): void {
  const { connection, todayOn, nowAt } = context
  const { changes } = END_ON_OTHER_DAYS.run(connection, nowAt, nowAt, personId, todayOn)
  if (changes > 0) context.changed('visit')
}
