import type { CustomerLine } from '../../../shared/contract/customers.ts'
import { revealGroupsOf } from '../../../shared/domain/customer/field-access.ts'
import type { ReadContext } from '../../engine/context.ts'
import { read } from '../../engine/statement.ts'
import { asCustomerLine, CUSTOMER_LINE, CUSTOMER_LINE_SQL } from '../../records/people/customer-line.ts'

/** Whether the reader deals with customers at all: an administrator keeps the system and sees nobody. */
export function seesPeople({ staff }: ReadContext): boolean {
  return revealGroupsOf(staff.role).length > 0
}

const LINE_OF_PERSON = read(
  CUSTOMER_LINE,
  `SELECT ${CUSTOMER_LINE_SQL} FROM customer AS record
   JOIN customer ON customer.id = coalesce(record.merged_into, record.id)
   LEFT JOIN customer_facts ON customer_facts.customer_id = customer.id
   WHERE record.uid = ?`,
)

/** The masked line of the person behind a record; null where there is none, or the reader sees nobody. */
export function personLineOf(context: ReadContext, customerUid: string): CustomerLine | null {
  if (!seesPeople(context)) return null
  const row = LINE_OF_PERSON.get(context.connection, customerUid)
  return row === undefined ? null : asCustomerLine(row)
}
