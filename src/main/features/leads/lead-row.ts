import type { LeadLine } from '../../../shared/contract/leads.ts'
import type { SessionStaff } from '../../../shared/contract/session.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import { isOpenLead } from '../../../shared/domain/work/lead.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { integer, orNull, type RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { readLeadLine } from '../../records/leads/lead-line.ts'
import { personOf } from '../../records/people/person.ts'

const { lead, customer } = TABLES

const ROW = {
  id: lead.id,
  uid: lead.uid,
  phone: lead.phone,
  product: lead.product,
  level: lead.level,
  state: lead.state,
  ownerNo: lead.owner_no,
  createdBy: lead.created_by,
  /** The person behind the customer it was joined to. */
  personUid: orNull(customer.uid),
}

/** A lead as it stands in its row; unmasked, so it never leaves the handler that read it. */
export type LeadRecord = RowOf<typeof ROW>

const LEAD_BY_UID = read(
  ROW,
  `SELECT lead.id, lead.uid, lead.phone, lead.product, lead.level, lead.state, lead.owner_no AS ownerNo,
    lead.created_by AS createdBy, person.uid AS personUid
  FROM lead ${personOf('lead', 'LEFT JOIN')} WHERE lead.uid = ?`,
)

/** Whoever is asked to take a lead over must see what it is before they answer. */
const PUT_TO = read(
  { found: integer },
  'SELECT 1 AS found FROM referral WHERE lead_id = ? AND to_no = ? AND closed_at IS NULL LIMIT 1',
)

/**
 * A lead that the caller may see: their own, one that they entered or that was put to them, or any for who shares out
 * the work.
 * @throws AppError `leads.notFound`, `call.notAllowed`
 */
export function requireLead(connection: ReadConnection, caller: SessionStaff, leadUid: string): LeadRecord {
  const lead = LEAD_BY_UID.get(connection, leadUid)
  if (lead === undefined) throw new AppError('leads.notFound')
  if (mayMove(caller, lead) || lead.createdBy === caller.no) return lead
  if (PUT_TO.get(connection, lead.id, caller.no) === undefined) throw new AppError('call.notAllowed')
  return lead
}

/**
 * An open lead that the caller works on.
 * @throws AppError `leads.notFound`, `call.notAllowed`, `leads.closed`
 */
export function requireOwnLead(
  connection: ReadConnection,
  caller: SessionStaff,
  leadUid: string,
): LeadRecord {
  const lead = requireLead(connection, caller, leadUid)
  if (!mayMove(caller, lead)) throw new AppError('call.notAllowed')
  if (!isOpenLead(lead.state)) throw new AppError('leads.closed')
  return lead
}

/** Its owner moves a lead, or who shares out the work. */
export function mayMove(caller: SessionStaff, lead: Pick<LeadRecord, 'ownerNo'>): boolean {
  return lead.ownerNo === caller.no || sharesOutWork(caller.role)
}

/** Tells the audit which customer a write was about, where the stranger has become one. */
export function aboutLead(
  context: WriteContext,
  { uid, personUid }: Pick<LeadRecord, 'uid' | 'personUid'>,
): void {
  if (personUid !== null) context.about(personUid)
  context.note({ leadUid: uid })
}

/** @throws AppError `leads.notFound` */
export function lineOf(connection: ReadConnection, leadId: number): LeadLine {
  const line = readLeadLine(connection, leadId)
  if (line === undefined) throw new AppError('leads.notFound')
  return line
}
