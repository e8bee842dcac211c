import type { LeadLine } from '../../../shared/contract/leads.ts'
import { VALUE_OF_STRANGER } from '../../../shared/domain/customer/value.ts'
import { maskFreeText, maskKnownPhone } from '../../../shared/domain/text/masking.ts'
import type { DueRule } from '../../../shared/domain/work/cadence.ts'
import { workPriority } from '../../../shared/domain/work/followup-order.ts'
import type { Connection } from '../../engine/connection.ts'
import {
  asCustomerLine,
  CUSTOMER_LINE_SQL,
  type CustomerLineRow,
  customerOf,
} from '../people/customer-line.ts'

interface Row extends Omit<LeadLine, 'maskedPhone' | 'hasPhone' | 'dueRule' | 'customer' | 'priority'> {
  readonly phone: string | null
  readonly phoneTail: string | null
  readonly dueRule: string | null
}

/** The columns of a person are all null where the stranger is still one. */
type JoinedRow = Row & (CustomerLineRow | { readonly personUid: null })

const LEAD_LINE = `SELECT lead.uid, lead.surname, lead.title, lead.phone, lead.phone_tail AS phoneTail, lead.ticket,
    lead.product, lead.level, lead.state, lead.source, lead.owner_no AS ownerNo,
    coalesce(owner.name, lead.owner_no, '') AS ownerName, lead.note, lead.warn_on AS warnOn, lead.next_on AS nextOn,
    lead.due_rule AS dueRule, lead.lost_reason AS lostReason, coalesce(creator.name, lead.created_by) AS createdByName,
    lead.created_at AS createdAt, lead.joined_on AS joinedOn, ${CUSTOMER_LINE_SQL}
  FROM lead
  LEFT JOIN staff AS owner ON owner.no = lead.owner_no
  LEFT JOIN staff AS creator ON creator.no = lead.created_by
  ${customerOf('lead', 'LEFT JOIN')}
  WHERE lead.id = ?`

/** One lead, masked (P2): the only shape in which a stranger leaves the engine. Undefined where there is no such lead. */
export function readLeadLine(connection: Connection, leadId: number): LeadLine | undefined {
  const row = connection.statement<JoinedRow>(LEAD_LINE).get(leadId)
  return row === undefined ? undefined : asLeadLine(row)
}

function asLeadLine(row: JoinedRow): LeadLine {
  const customer = row.personUid === null ? null : asCustomerLine(row)
  return {
    uid: row.uid,
    surname: row.surname,
    title: row.title,
    maskedPhone: maskKnownPhone(row.phone, row.phoneTail),
    hasPhone: row.phone !== null,
    ticket: row.ticket,
    product: row.product,
    level: row.level,
    state: row.state,
    source: row.source,
    ownerNo: row.ownerNo,
    ownerName: row.ownerName,
    note: maskFreeText(row.note, []),
    warnOn: row.warnOn,
    nextOn: row.nextOn,
    dueRule: row.dueRule === null ? null : (JSON.parse(row.dueRule) as DueRule),
    lostReason: row.lostReason,
    createdByName: row.createdByName,
    createdAt: row.createdAt,
    customer,
    joinedOn: row.joinedOn,
    priority: workPriority(customer?.value ?? VALUE_OF_STRANGER, row.level),
  }
}
