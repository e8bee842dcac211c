import type { LeadLine } from '../../../shared/contract/leads.ts'
import { VALUE_OF_STRANGER } from '../../../shared/domain/customer/value.ts'
import { maskFreeText, maskKnownPhone } from '../../../shared/domain/text/masking.ts'
import type { DueRule } from '../../../shared/domain/work/cadence.ts'
import { workPriority } from '../../../shared/domain/work/followup-order.ts'
import type { LostReason } from '../../../shared/domain/work/lead.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { orNull, type RowOf, text, textOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import {
  asCustomerLineOrNull,
  CUSTOMER_LINE_OR_NONE,
  CUSTOMER_LINE_SQL,
  customerOf,
} from '../people/customer-line.ts'

const { lead } = TABLES

const ROW = {
  uid: lead.uid,
  surname: lead.surname,
  title: lead.title,
  phone: lead.phone,
  phoneTail: lead.phone_tail,
  ticket: lead.ticket,
  product: lead.product,
  level: lead.level,
  state: lead.state,
  source: lead.source,
  ownerNo: lead.owner_no,
  ownerName: text,
  note: lead.note,
  warnOn: lead.warn_on,
  nextOn: lead.next_on,
  dueRule: lead.due_rule,
  /** No CHECK keeps to the list: `closeLead` takes nothing else. */
  lostReason: orNull(textOf<LostReason>()),
  createdByName: text,
  createdAt: lead.created_at,
  joinedOn: lead.joined_on,
  ...CUSTOMER_LINE_OR_NONE,
}

const LEAD_NUMBERED = read(
  ROW,
  `SELECT lead.uid, lead.surname, lead.title, lead.phone, lead.phone_tail AS phoneTail,
     nullif(lead.ticket, '') AS ticket,
    lead.product, lead.level, lead.state, lead.source, lead.owner_no AS ownerNo,
    coalesce(owner.name, lead.owner_no, '') AS ownerName, lead.note, lead.warn_on AS warnOn, lead.next_on AS nextOn,
    lead.due_rule AS dueRule, lead.lost_reason AS lostReason, coalesce(creator.name, lead.created_by) AS createdByName,
    lead.created_at AS createdAt, lead.joined_on AS joinedOn, ${CUSTOMER_LINE_SQL}
  FROM lead
  LEFT JOIN staff AS owner ON owner.no = lead.owner_no
  LEFT JOIN staff AS creator ON creator.no = lead.created_by
  ${customerOf('lead', 'LEFT JOIN')}
  WHERE lead.id = ?`,
)

/** One lead, masked (P2): the only shape in which a stranger leaves the engine. Undefined where there is no such lead. */
export function readLeadLine(connection: ReadConnection, leadId: number): LeadLine | undefined {
  const row = LEAD_NUMBERED.get(connection, leadId)
  return row === undefined ? undefined : asLeadLine(row)
}

function asLeadLine(row: RowOf<typeof ROW>): LeadLine {
  const customer = asCustomerLineOrNull(row)
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
