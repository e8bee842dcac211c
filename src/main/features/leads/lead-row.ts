import type { LeadLine } from '../../../shared/contract/leads.ts'
import type { SessionStaff } from '../../../shared/contract/session.ts'
import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import { isOpenLead, type LeadState } from '../../../shared/domain/work/lead.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { readLeadLine } from '../../records/leads/lead-line.ts'
import { personOf } from '../../records/people/person.ts'

/** A lead as it stands in its row; unmasked, so it never leaves the handler that read it. */
export interface LeadRecord {
  readonly id: number
  readonly uid: string
  readonly phone: string | null
  readonly product: ProductCode
  readonly level: IntentLevel
  readonly state: LeadState
  readonly ownerNo: string | null
  readonly createdBy: string
  /** The person behind the customer it was joined to. */
  readonly personUid: string | null
}

const LEAD = `SELECT lead.id, lead.uid, lead.phone, lead.product, lead.level, lead.state, lead.owner_no AS ownerNo,
    lead.created_by AS createdBy, person.uid AS personUid
  FROM lead ${personOf('lead', 'LEFT JOIN')}`

/** Whoever is asked to take a lead over must see what it is before they answer. */
const PUT_TO = `SELECT 1 FROM referral WHERE lead_id = ? AND to_no = ? AND closed_at IS NULL LIMIT 1`

/**
 * A lead that the caller may see: their own, one that they entered or that was put to them, or any for who shares out
 * the work.
 * @throws Refusal `leads.notFound`, `door.notAllowed`
 */
export function requireLead(connection: Connection, caller: SessionStaff, leadUid: string): LeadRecord {
  const lead = connection.statement<LeadRecord>(`${LEAD} WHERE lead.uid = ?`).get(leadUid)
  if (lead === undefined) throw new Refusal('leads.notFound')
  if (mayMove(caller, lead) || lead.createdBy === caller.no) return lead
  if (connection.statement(PUT_TO).get(lead.id, caller.no) === undefined) throw new Refusal('door.notAllowed')
  return lead
}

/**
 * An open lead that the caller works on.
 * @throws Refusal `leads.notFound`, `door.notAllowed`, `leads.closed`
 */
export function requireOwnLead(connection: Connection, caller: SessionStaff, leadUid: string): LeadRecord {
  const lead = requireLead(connection, caller, leadUid)
  if (!mayMove(caller, lead)) throw new Refusal('door.notAllowed')
  if (!isOpenLead(lead.state)) throw new Refusal('leads.closed')
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

/** @throws Refusal `leads.notFound` */
export function lineOf(connection: Connection, leadId: number): LeadLine {
  const line = readLeadLine(connection, leadId)
  if (line === undefined) throw new Refusal('leads.notFound')
  return line
}
