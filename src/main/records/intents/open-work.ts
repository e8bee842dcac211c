import type { Tier } from '../../../shared/domain/customer/tiers.ts'
import { type DayBounds, type Placing, place } from '../../../shared/domain/work/followup-order.ts'
import type { DecaySettings } from '../../../shared/domain/work/intent.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { orNull, type RowOf, text, textOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { type Filled, filled } from '../work/filled.ts'

const { intent } = TABLES

/** What decides the order of open work and nothing else: thousands of these are sorted before a few are read in full. */
const WORK_ITEM = {
  id: intent.id,
  uid: intent.uid,
  ownerNo: intent.owner_no,
  product: intent.product,
  level: intent.level,
  lastEvidenceOn: intent.last_evidence_on,
  nextOn: intent.next_on,
  tier: textOf<Tier>(),
  /** Null where nobody ever contacted the person. */
  lastContactOn: orNull(text),
}

const OPEN_WORK_SQL = `
  SELECT intent.id, intent.uid, intent.owner_no AS ownerNo, intent.product, intent.level, intent.last_evidence_on AS lastEvidenceOn,
    intent.next_on AS nextOn, coalesce(facts.tier, 'standard') AS tier,
    nullif(facts.last_contact_on, '') AS lastContactOn
  FROM intent
  JOIN customer AS holder ON holder.id = intent.customer_id
  LEFT JOIN customer_facts AS facts ON facts.customer_id = coalesce(holder.merged_into, holder.id)
  WHERE intent.status = 'open'`

const OPEN_WORK = read(WORK_ITEM, OPEN_WORK_SQL)

/** Open work of one person of the staff: a range of the index by owner and next date. */
export const OPEN_WORK_OF_OWNER = read(WORK_ITEM, `${OPEN_WORK_SQL} AND intent.owner_no = ?`)

/** What only a closed intent may be without. */
const OPEN_HAS = ['nextOn', 'ownerNo'] as const

/** An open intent in its place on a day, with what lists sort by besides. */
export type OpenWork = Filled<RowOf<typeof WORK_ITEM>, (typeof OPEN_HAS)[number]> & Placing

/**
 * Open intents, placed for a day, in no order.
 * @param ownerNo null for the whole branch
 */
export function openWork(
  connection: ReadConnection,
  ownerNo: string | null,
  bounds: DayBounds,
  settings: DecaySettings,
): OpenWork[] {
  const items = ownerNo === null ? OPEN_WORK.all(connection) : OPEN_WORK_OF_OWNER.all(connection, ownerNo)
  return items.map((item) => place(filled(item, OPEN_HAS), bounds, settings))
}
