import type { CustomerRow } from '../../../../shared/contract/customer-lists.ts'
import type { MatchedKey } from '../../../../shared/contract/customers.ts'
import { listReasons } from '../../../../shared/domain/customer/list-reason.ts'
import { readsIntentsOf } from '../../../../shared/domain/work/intent.ts'
import type { ReadContext } from '../../../engine/context.ts'
import { orNull } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import { readFacts } from '../../../records/facts/read-facts.ts'
import { openIntentsOf } from '../../../records/intents/read-open-intents.ts'
import { asCustomerLine, CUSTOMER_LINE, CUSTOMER_LINE_SQL } from '../../../records/people/customer-line.ts'
import { findingsToday } from '../panel/facts.ts'
import type { ListRequest } from './list-request.ts'

const { customer, customer_facts } = TABLES

const ROW_OF_PERSON = read(
  {
    ...CUSTOMER_LINE,
    customerNo: customer.customer_no,
    ownerNo: customer.owner_no,
    ownerName: orNull(TABLES.staff.name),
    contactOn: orNull(customer_facts.last_contact_on),
  },
  `SELECT ${CUSTOMER_LINE_SQL}, customer.customer_no AS customerNo, customer.owner_no AS ownerNo,
     owner.name AS ownerName, customer_facts.last_contact_on AS contactOn
   FROM customer
   LEFT JOIN customer_facts ON customer_facts.customer_id = customer.id
   LEFT JOIN staff AS owner ON owner.no = customer.owner_no
   WHERE customer.id = ?`,
)

/** What a list asked for decides which reason is read first. */
type Asked = Pick<ListRequest, 'finding' | 'product' | 'level'>

const ASKED_NOTHING: Asked = { finding: null, product: null, level: null }

/**
 * The masked row of a person (P2) with the reasons for which they stand on a list, as far as the reader may know them; null where there is no such record.
 */
export function readCustomerRow(
  { connection, staff, todayOn, settings }: ReadContext,
  rootId: number,
  asked: Asked = ASKED_NOTHING,
  matched: MatchedKey | null = null,
): CustomerRow | null {
  const row = ROW_OF_PERSON.get(connection, rootId)
  if (row === undefined) return null
  const known = readFacts(connection, rootId, settings)
  const findings = findingsToday(connection, rootId, known, row.personBirthOn, todayOn, settings)
  const readable = readsIntentsOf(staff)
  const intents = openIntentsOf(connection, rootId, todayOn, settings).filter(
    ({ ownerNo }) => readable === null || ownerNo === readable,
  )
  return {
    ...asCustomerLine(row, matched),
    customerNo: row.customerNo,
    reasons: listReasons(findings, intents, asked, todayOn),
    ownerNo: row.ownerNo,
    ownerName: row.ownerName,
    lastContactOn: row.contactOn === null || row.contactOn === '' ? null : row.contactOn,
  }
}
