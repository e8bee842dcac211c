import type { CustomerLine, MatchedKey } from '../../../../shared/contract/customers.ts'
import type { Connection } from '../../../engine/connection.ts'
import {
  asCustomerLine,
  CUSTOMER_LINE_SQL,
  type CustomerLineRow,
} from '../../../records/people/customer-line.ts'

const LINE = `SELECT ${CUSTOMER_LINE_SQL} FROM customer
  LEFT JOIN customer_facts ON customer_facts.customer_id = customer.id WHERE customer.id = ?`

/** The masked line of one record; null where there is none. */
export function readCustomerLine(
  connection: Connection,
  customerId: number,
  matched: MatchedKey | null = null,
): CustomerLine | null {
  const row = connection.statement<CustomerLineRow>(LINE).get(customerId)
  return row === undefined ? null : asCustomerLine(row, matched)
}

/** Ours: a panel has room for a family, not for a dormitory. */
const MOST_OF_A_HOUSEHOLD = 20

/** The other people of a household (C4), the oldest first; merged records stand for their person. */
export function readHousehold(
  connection: Connection,
  householdNo: string,
  exceptRootId: number,
): CustomerLine[] {
  return connection
    .statement<{ rootId: number }>(
      `SELECT DISTINCT coalesce(merged_into, id) AS rootId FROM customer
       WHERE household_no = ? AND coalesce(merged_into, id) <> ? ORDER BY birth_on LIMIT ${MOST_OF_A_HOUSEHOLD}`,
    )
    .all(householdNo, exceptRootId)
    .flatMap(({ rootId }) => readCustomerLine(connection, rootId) ?? [])
}
