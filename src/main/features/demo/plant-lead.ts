import { MAX_CUSTOMERS, phoneOf } from '../../../shared/demo/allocation.ts'
import { isOpenLead, sameKey } from '../../../shared/domain/lead.ts'
import { surnameLengthOf } from '../../../shared/domain/surnames.ts'
import { plantConsentText } from '../../engine/consent/consent-text.ts'
import type { WriteContext } from '../../engine/context.ts'
import type { PlannedLead } from './first-day-leads.ts'
import { noonOf } from './noon-of.ts'

export interface LeadStaff {
  /** Who follows up. */
  readonly ownerNo: string
  /** Who entered it at the counter. */
  readonly enteredBy: string
}

/** Whom a stranger turned out to be. */
export interface JoinedCustomer {
  readonly id: number
  readonly name: string
  readonly phone: string | null
}

/** Behind every customer's number, so that no stranger of the demo has somebody's. */
const DEMO_SEED = 1

/**
 * Writes one lead with its history and what the stranger agreed to, as the quick entry and the pipeline would have.
 * @param index tells the strangers' numbers and tickets apart
 * @returns the number of the lead
 */
export function plantLead(
  context: WriteContext,
  index: number,
  plan: PlannedLead,
  { ownerNo, enteredBy }: LeadStaff,
  customer: JoinedCustomer | null,
): number {
  const stranger = strangerOf(index, plan, customer)
  const { lastInsertRowid } = context.connection
    .statement(
      `INSERT INTO lead (uid, surname, title, phone, phone_tail, ticket, same_key, product, level, note, source, state,
         lost_reason, owner_no, warn_on, next_on, due_rule, customer_id, joined_at, joined_on, created_by, created_at,
         closed_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      context.newUid(),
      stranger.surname,
      plan.title,
      stranger.phone,
      stranger.phoneTail,
      stranger.ticket,
      sameKey(stranger, plan.enteredOn)?.key ?? '',
      plan.product,
      plan.level,
      plan.note,
      plan.source,
      plan.state,
      plan.lostReason,
      ownerNo,
      plan.due.warnOn,
      plan.due.dueOn,
      JSON.stringify(plan.due.rule),
      customer?.id ?? null,
      customer === null ? null : noonOf(plan.movedOn ?? plan.enteredOn),
      customer === null ? null : (plan.movedOn ?? plan.enteredOn),
      enteredBy,
      noonOf(plan.enteredOn),
      isOpenLead(plan.state) ? null : noonOf(plan.movedOn ?? plan.enteredOn),
      noonOf(plan.movedOn ?? plan.enteredOn),
    )
  const leadId = Number(lastInsertRowid)
  plantSteps(context, leadId, plan, { ownerNo, enteredBy }, customer !== null)
  plantConsents(context, leadId, plan, enteredBy)
  return leadId
}

function strangerOf(index: number, { surname, known }: PlannedLead, customer: JoinedCustomer | null) {
  const phone = customer?.phone ?? phoneOf(DEMO_SEED, MAX_CUSTOMERS + index)
  const ofCustomer = customer === null ? '' : customer.name.slice(0, surnameLengthOf(customer.name) || 1)
  return {
    surname: customer === null ? surname : ofCustomer,
    phone: known === 'phone' ? phone : null,
    phoneTail: known === 'ticket' ? null : phone.slice(-4),
    ticket: known === 'ticket' ? `A${String(900 + index)}` : null,
  }
}

function plantSteps(
  { connection }: WriteContext,
  leadId: number,
  { product, level, note, state, enteredOn, movedOn }: PlannedLead,
  { ownerNo, enteredBy }: LeadStaff,
  joined: boolean,
): void {
  const add = connection.statement(
    'INSERT INTO lead_step (lead_id, state, note, at, staff_no, kind, detail) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  add.run(leadId, 'new', note, noonOf(enteredOn), enteredBy, 'saved', JSON.stringify({ product, level }))
  if (joined && movedOn !== null) add.run(leadId, 'new', '', noonOf(movedOn), enteredBy, 'joined', '{}')
  if (movedOn !== null) add.run(leadId, state, '', noonOf(movedOn), ownerNo, 'moved', '{}')
}

/** Who left no number said no to the words; a plain no is kept as the proof that they were asked. */
function plantConsents(
  context: WriteContext,
  leadId: number,
  { known, enteredOn }: PlannedLead,
  enteredBy: string,
): void {
  plantConsentText(context)
  const add = context.connection.statement(
    `INSERT INTO consent (uid, lead_id, purpose, given, text_version, at, on_date, staff_no)
     VALUES (?, ?, ?, ?, 1, ?, ?, ?)`,
  )
  const declined = known === 'ticket'
  for (const purpose of declined ? ['contact'] : ['contact', 'marketing']) {
    add.run(context.newUid(), leadId, purpose, declined ? 0 : 1, noonOf(enteredOn), enteredOn, enteredBy)
  }
}
