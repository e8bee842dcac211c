import type { CivilDate } from '../../../../shared/domain/calendar/civil-date.ts'
import type { Ladder, Rung } from '../../../../shared/domain/work/escalation.ts'
import type { Connection } from '../../../engine/connection.ts'

/** An open intent that has been overdue for long enough to stand on the ladder. */
export interface Climber {
  readonly id: number
  readonly uid: string
  readonly ownerNo: string
  readonly nextOn: CivilDate
  /** The rung that is written down; null where none is yet. */
  readonly written: Rung | null
}

/** Owner by owner, because the index of open work begins with them: a seek each, and nobody's fresh work is read. */
const CLIMBERS = `
  SELECT intent.id, intent.uid, intent.owner_no AS ownerNo, intent.next_on AS nextOn, escalation.step AS written
  FROM staff
  CROSS JOIN intent ON intent.owner_no = staff.no AND intent.status = 'open' AND intent.next_on <= ?
  LEFT JOIN escalation ON escalation.intent_id = intent.id`

/** Those among them whose rung is not the one that is written down. */
export const MOVED_CLIMBERS = `${CLIMBERS}
  WHERE escalation.step IS NULL OR escalation.step <> CASE
    WHEN intent.next_on <= ? THEN 'high-risk' WHEN intent.next_on <= ? THEN 'head' ELSE 'owner' END
  ORDER BY intent.id`

/** Rungs that are written down of intents that stand on none. */
const FALLEN = `
  SELECT escalation.intent_id AS id FROM escalation JOIN intent ON intent.id = escalation.intent_id
  WHERE intent.status <> 'open' OR intent.next_on > ?`

export function movedClimbers(connection: Connection, ladder: Ladder): Climber[] {
  return connection.statement<Climber>(MOVED_CLIMBERS).all(ladder.owner, ladder['high-risk'], ladder.head)
}

export function fallenClimbers(connection: Connection, ladder: Ladder): number[] {
  return connection
    .statement<{ id: number }>(FALLEN)
    .all(ladder.owner)
    .map(({ id }) => id)
}
