import type { CustomerLine } from '../../../shared/contract/customers.ts'
import type { SameStranger } from '../../../shared/contract/leads.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { asCustomerLine, CUSTOMER_LINE, CUSTOMER_LINE_SQL } from '../../records/people/customer-line.ts'
import { lineOf } from './lead-row.ts'
import type { KnownStranger } from './stranger.ts'

/** A family shares a number, a number shared by more tells nothing. Our own default. */
const MOST_OFFERED = 3

export interface PossibleDuplicates {
  /** The open lead under the same key. */
  readonly sameKeyId: number | null
  readonly leadIds: readonly number[]
  readonly customers: readonly CustomerLine[]
}

const LEAD = { id: TABLES.lead.id }

export const OPEN_UNDER_KEY = read(LEAD, 'SELECT id FROM lead WHERE same_key = ? AND closed_at IS NULL')

export const OPEN_BY_TAIL = read(
  LEAD,
  `SELECT id FROM lead
  WHERE phone_tail = ? AND surname = ? AND closed_at IS NULL ORDER BY id DESC LIMIT ${MOST_OFFERED}`,
)

export const CUSTOMERS_BY_PHONE = read(
  CUSTOMER_LINE,
  `SELECT DISTINCT ${CUSTOMER_LINE_SQL}
  FROM customer AS record JOIN customer ON customer.id = coalesce(record.merged_into, record.id)
  LEFT JOIN customer_facts ON customer_facts.customer_id = customer.id
  WHERE record.phone = ? LIMIT ${MOST_OFFERED}`,
)

/** Everybody known whom the stranger may be (L7), by seeks of three indexes. */
export function possibleDuplicatesOf(
  connection: ReadConnection,
  { key, phone, phoneTail, surname }: KnownStranger,
): PossibleDuplicates {
  const sameKeyId = OPEN_UNDER_KEY.get(connection, key.key)?.id ?? null
  const byTail = phoneTail === null ? [] : OPEN_BY_TAIL.all(connection, phoneTail, surname)
  const others = byTail.map(({ id }) => id).filter((id) => id !== sameKeyId)
  return {
    sameKeyId,
    leadIds: sameKeyId === null ? others : [sameKeyId, ...others],
    customers:
      phone === null ? [] : CUSTOMERS_BY_PHONE.all(connection, phone).map((row) => asCustomerLine(row)),
  }
}

/** The likeness as a window may see it. A name and a tail can be two people's; a number or a ticket is one stranger's. */
export function asPreview(
  connection: ReadConnection,
  { leadIds, sameKeyId, customers }: PossibleDuplicates,
  { key }: KnownStranger,
): SameStranger {
  return {
    leads: leadIds.map((id) => lineOf(connection, id)),
    certain: sameKeyId !== null && key.kind !== 'name',
    customers,
  }
}
