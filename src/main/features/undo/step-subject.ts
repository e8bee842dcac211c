import type { StepSubject } from '../../../shared/contract/undo.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import type { RestoredTable } from '../../engine/undo/record-changes.ts'
import type { UndoSlip } from '../../engine/undo/slip.ts'
import { readLeadLine } from '../../records/leads/lead-line.ts'
import { asCustomerLine, CUSTOMER_LINE, CUSTOMER_LINE_SQL } from '../../records/people/customer-line.ts'
import { visitById } from '../../records/visits/read-visits.ts'

const LINE_BY_UID = read(
  CUSTOMER_LINE,
  `SELECT ${CUSTOMER_LINE_SQL} FROM customer AS record
   JOIN customer ON customer.id = coalesce(record.merged_into, record.id)
   LEFT JOIN customer_facts ON customer_facts.customer_id = customer.id
   WHERE record.uid = ?`,
)

const LEAD_BY_UID = read({ id: TABLES.lead.id }, 'SELECT id FROM lead WHERE uid = ?')

/** Whom a link of the audit speaks of, as far as it names somebody. */
export function subjectNamed(
  connection: ReadConnection,
  { customerUid, leadUid }: { readonly customerUid: string | null; readonly leadUid: unknown },
): StepSubject | null {
  const row = customerUid === null ? undefined : LINE_BY_UID.get(connection, customerUid)
  if (row !== undefined) return { kind: 'customer', customer: asCustomerLine(row) }
  if (typeof leadUid !== 'string') return null
  const lead = LEAD_BY_UID.get(connection, leadUid)
  return lead === undefined ? null : leadNumbered(connection, lead.id)
}

/** Whom a step was about: the customer or lead of its audit, else the visitor whose row it wrote. */
export function subjectOfSlip(connection: ReadConnection, slip: UndoSlip): StepSubject | null {
  const { customerUid, detail, changes } = slip
  const named = subjectNamed(connection, { customerUid, leadUid: detail.leadUid })
  if (named !== null) return named
  const idIn = (table: RestoredTable) => {
    const id = changes.left.find((row) => row.table === table && row.after !== null)?.key[0]
    return typeof id === 'number' ? id : null
  }
  const visitId = idIn('visit')
  return visitId === null ? null : visitorNumbered(connection, visitId)
}

function leadNumbered(connection: ReadConnection, leadId: number): StepSubject | null {
  const line = readLeadLine(connection, leadId)
  if (line === undefined) return null
  const { surname, title, maskedPhone, ticket, customer } = line
  if (customer !== null) return { kind: 'customer', customer }
  return { kind: 'lead', surname, title, maskedPhone, ticket }
}

function visitorNumbered(connection: ReadConnection, visitId: number): StepSubject | null {
  const found = visitById(connection, visitId)
  if (found === undefined) return null
  const { customer, lead, tickets, arrivedAt } = found.visit
  if (customer !== null) return { kind: 'customer', customer }
  const [ticket] = tickets
  if (ticket !== undefined) return { kind: 'ticket', ticket }
  if (lead === null) return { kind: 'visitor', arrivedAt }
  const { surname, title } = lead
  return { kind: 'lead', surname, title, maskedPhone: null, ticket: null }
}
