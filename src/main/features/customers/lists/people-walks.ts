import { FINDINGS, type FindingKind } from '../../../../shared/domain/customer/findings.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import { findingBit } from '../../../records/facts/finding-bits.ts'

/*
 * The statements that walk a list in its order, each along one index, so that a page of a million customers is a range
 * and nothing is sorted. A finding's partial index is used only where its condition stands in the query word for word.
 */

const { customer_facts } = TABLES

const PLACE_IN_TIER = { aumFen: customer_facts.aum_fen, rootId: customer_facts.customer_id }

/** From the largest assets down, or the other way round, inside a tier; `quiet` leaves out whom somebody contacted since. */
function walksOfTier(condition: string) {
  return {
    usual: read(
      PLACE_IN_TIER,
      `SELECT aum_fen AS aumFen, customer_id AS rootId FROM customer_facts
      WHERE ${condition} AND aum_fen <= ? AND (aum_fen < ? OR customer_id > ?) AND last_contact_on < ?
      ORDER BY aum_fen DESC, customer_id LIMIT ?`,
    ),
    reversed: read(
      PLACE_IN_TIER,
      `SELECT aum_fen AS aumFen, customer_id AS rootId FROM customer_facts
      WHERE ${condition} AND aum_fen >= ? AND (aum_fen > ? OR customer_id < ?) AND last_contact_on < ?
      ORDER BY aum_fen, customer_id DESC LIMIT ?`,
    ),
  }
}

/** Everybody of a tier. Values: tier, assets twice, number, first day that is too late, limit. */
export const PEOPLE_OF_TIER = walksOfTier('tier = ?')

/** Only those with a finding. The same values. */
export const PEOPLE_WITH = byFinding((condition) => walksOfTier(`tier = ? AND ${condition}`))

/** Only those of one owner. Values: owner, bits of a finding twice, tier, then the same. */
export const PEOPLE_OF_OWNER = walksOfTier(`owner_no = ? AND findings & ? = ? AND tier = ?`)

function walksByDay(column: 'last_contact_on' | 'next_maturity_on', condition: string) {
  const filters = `last_contact_on < ? AND tier IS coalesce(?, tier) AND owner_no IS coalesce(?, owner_no)
      AND ${condition}`
  return {
    usual: read(
      { rootId: customer_facts.customer_id },
      `SELECT customer_id AS rootId FROM customer_facts
      WHERE ${column} >= ? AND (${column} > ? OR customer_id > ?) AND ${filters}
      ORDER BY ${column}, customer_id LIMIT ?`,
    ),
    reversed: read(
      { rootId: customer_facts.customer_id },
      `SELECT customer_id AS rootId FROM customer_facts
      WHERE ${column} <= ? AND (${column} < ? OR customer_id < ?) AND ${filters}
      ORDER BY ${column} DESC, customer_id DESC LIMIT ?`,
    ),
  }
}

/** Who was longest not contacted. Values: day twice, number, first day that is too late, tier, owner, bits twice, limit. */
export const PEOPLE_BY_CONTACT = walksByDay('last_contact_on', 'findings & ? = ?')

/** What matures next. The same values without the bits. */
export const PEOPLE_BY_MATURITY = walksByDay(
  'next_maturity_on',
  `findings & ${findingBit('maturity-near')} <> 0`,
)

const PLACE = {
  tier: customer_facts.tier,
  aumFen: customer_facts.aum_fen,
  rootId: customer_facts.customer_id,
  contactOn: customer_facts.last_contact_on,
  maturesOn: customer_facts.next_maturity_on,
  ownerNo: customer_facts.owner_no,
  findings: customer_facts.findings,
}

const PLACE_SQL = `facts.tier, facts.aum_fen AS aumFen, facts.customer_id AS rootId,
  facts.last_contact_on AS contactOn, facts.next_maturity_on AS maturesOn, facts.owner_no AS ownerNo, facts.findings`

/** Where a person stands by any order, by the uid of any of their records. */
export const PLACE_OF_PERSON = read(
  PLACE,
  `SELECT ${PLACE_SQL} FROM customer
   JOIN customer_facts AS facts ON facts.customer_id = coalesce(customer.merged_into, customer.id)
   WHERE customer.uid = ?`,
)

/** Those with an open intent for a product, of a level and of an owner, null for any, in no order: few beside all customers. */
export const PEOPLE_WHO_WANT = read(
  PLACE,
  `SELECT ${PLACE_SQL} FROM (
     SELECT DISTINCT coalesce(holder.merged_into, holder.id) AS root_id FROM intent
     JOIN customer AS holder ON holder.id = intent.customer_id
     WHERE intent.status = 'open' AND intent.product = coalesce(?, intent.product)
       AND intent.level = coalesce(?, intent.level) AND intent.owner_no = coalesce(?, intent.owner_no)) AS wanting
   JOIN customer_facts AS facts ON facts.customer_id = wanting.root_id`,
)

/** Those of one owner, in no order, so many at most. */
export const SOME_OF_OWNER = read(
  PLACE,
  `SELECT ${PLACE_SQL} FROM customer_facts AS facts WHERE owner_no = ? LIMIT ?`,
)

/** Those with a finding, in no order, so many at most. */
export const SOME_WITH = byFinding((condition) =>
  read(PLACE, `SELECT ${PLACE_SQL} FROM customer_facts AS facts WHERE ${condition} LIMIT ?`),
)

function byFinding<Statement>(
  declare: (condition: string) => Statement,
): Readonly<Record<FindingKind, Statement>> {
  const entries = FINDINGS.map((kind) => [kind, declare(`findings & ${findingBit(kind)} <> 0`)])
  // One entry for each finding.
  return Object.fromEntries(entries) as Record<FindingKind, Statement>
}
