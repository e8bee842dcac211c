import {
  type DayBounds,
  type PlacedItem,
  place,
  type WorkItem,
} from '../../../shared/domain/work/followup-order.ts'
import type { DecaySettings } from '../../../shared/domain/work/intent.ts'
import type { Connection } from '../../engine/connection.ts'

/** What decides the order of open work and nothing else: thousands of these are sorted before a few are read in full. */
const OPEN_WORK = `
  SELECT intent.id, intent.product, intent.level, intent.last_evidence_on AS lastEvidenceOn,
    intent.next_on AS nextOn, coalesce(facts.tier, 'standard') AS tier
  FROM intent
  JOIN customer AS holder ON holder.id = intent.customer_id
  LEFT JOIN customer_facts AS facts ON facts.customer_id = coalesce(holder.merged_into, holder.id)
  WHERE intent.status = 'open'`

/** Open work of one person of the staff: a range of the index by owner and next date. */
export const OPEN_WORK_OF_OWNER = `${OPEN_WORK} AND intent.owner_no = ?`

/**
 * Open intents, placed for a day, in no order.
 * @param ownerNo null for the whole branch
 */
export function openWork(
  connection: Connection,
  ownerNo: string | null,
  bounds: DayBounds,
  settings: DecaySettings,
): PlacedItem[] {
  const items =
    ownerNo === null
      ? connection.statement<WorkItem>(OPEN_WORK).all()
      : connection.statement<WorkItem>(OPEN_WORK_OF_OWNER).all(ownerNo)
  return items.map((item) => place(item, bounds, settings))
}
