import type { Ladder } from '../../../../shared/domain/work/escalation.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import { orNull, type RowOf } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import { type Filled, filled } from '../../../records/work/filled.ts'

const { intent, escalation } = TABLES

const CLIMBER = {
  id: intent.id,
  uid: intent.uid,
  ownerNo: intent.owner_no,
  nextOn: intent.next_on,
  /** The rung that is written down; null where none is yet. */
  written: orNull(escalation.step),
}

/** What only a closed intent may be without. */
const OPEN_HAS = ['ownerNo', 'nextOn'] as const

/** An open intent that has been overdue for long enough to stand on the ladder. */
export type OverdueIntent = Filled<RowOf<typeof CLIMBER>, (typeof OPEN_HAS)[number]>

/** Owner by owner, because the index of open work begins with them: a seek each, and nobody's fresh work is read. */
const CLIMBERS = `
  SELECT intent.id, intent.uid, intent.owner_no AS ownerNo, intent.next_on AS nextOn, escalation.step AS written
  FROM staff
  CROSS JOIN intent ON intent.owner_no = staff.no AND intent.status = 'open' AND intent.next_on <= ?
  LEFT JOIN escalation ON escalation.intent_id = intent.id`

/** Those among them whose rung is not the one that is written down. */
export const MOVED_CLIMBERS = read(
  CLIMBER,
  `${CLIMBERS}
  WHERE escalation.step IS NULL OR escalation.step <> CASE
    WHEN intent.next_on <= ? THEN 'high-risk' WHEN intent.next_on <= ? THEN 'head' ELSE 'owner' END
  ORDER BY intent.id`,
)

/** Rungs that are written down of intents that stand on none. */
const FALLEN = read(
  { id: escalation.intent_id },
  `
  SELECT escalation.intent_id AS id FROM escalation JOIN intent ON intent.id = escalation.intent_id
  WHERE intent.status <> 'open' OR intent.next_on > ?`,
)

export function movedIntents(connection: ReadConnection, ladder: Ladder): OverdueIntent[] {
  return MOVED_CLIMBERS.all(connection, ladder.owner, ladder['high-risk'], ladder.head).map((row) =>
    filled(row, OPEN_HAS),
  )
}

export function clearedIntents(connection: ReadConnection, ladder: Ladder): number[] {
  return FALLEN.all(connection, ladder.owner).map(({ id }) => id)
}
