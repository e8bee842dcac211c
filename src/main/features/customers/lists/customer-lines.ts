import type { CustomerLine, MatchedKey } from '../../../../shared/contract/customers.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import { integer } from '../../../engine/schema/columns.ts'
import { read } from '../../../engine/statement.ts'
import { asCustomerLine, CUSTOMER_LINE, CUSTOMER_LINE_SQL } from '../../../records/people/customer-line.ts'

const LINE_OF_RECORD = read(
  CUSTOMER_LINE,
  `SELECT ${CUSTOMER_LINE_SQL} FROM customer
   LEFT JOIN customer_facts ON customer_facts.customer_id = customer.id WHERE customer.id = ?`,
)

/** The masked line of one record; null where there is none. */
export function readCustomerLine(
  connection: ReadConnection,
  customerId: number,
  matched: MatchedKey | null = null,
): CustomerLine | null {
  const row = LINE_OF_RECORD.get(connection, customerId)
  return row === undefined ? null : asCustomerLine(row, matched)
}

/** Ours: a panel has room for a family, not for a dormitory. */
const MOST_OF_A_HOUSEHOLD = 20

const PEOPLE_OF_HOUSEHOLD = read(
  { rootId: integer },
  `SELECT DISTINCT coalesce(merged_into, id) AS rootId FROM customer
   WHERE household_no = ? AND coalesce(merged_into, id) <> ? ORDER BY birth_on LIMIT ${MOST_OF_A_HOUSEHOLD}`,
)

/** The other people of a household (C4), the oldest first; merged records stand for their person. */
export function readHousehold(
  connection: ReadConnection,
  householdNo: string,
  exceptRootId: number,
): CustomerLine[] {
  return PEOPLE_OF_HOUSEHOLD.all(connection, householdNo, exceptRootId).flatMap(
    ({ rootId }) => readCustomerLine(connection, rootId) ?? [],
  )
}
