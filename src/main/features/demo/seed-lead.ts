import { MAX_CUSTOMERS, phoneOf } from '../../../shared/demo/allocation.ts'
import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import { FIRST_CONSENT_TEXT } from '../../../shared/domain/consent/consent.ts'
import { isOpenLead, sameKey, surnameOf } from '../../../shared/domain/work/lead.ts'
import type { WriteContext } from '../../engine/context.ts'
import { recordAnswer } from '../../records/consents/record-consent.ts'
import { joinLead } from '../../records/leads/join.ts'
import { advanceLead, closeLead, openLead } from '../../records/leads/write-lead.ts'
import type { PlannedLead } from './demo-day-leads.ts'
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
 * @returns the number of the lead; null where somebody has its key
 */
export function seedLead(
  context: WriteContext,
  index: number,
  plan: PlannedLead,
  { ownerNo, enteredBy }: LeadStaff,
  customer: JoinedCustomer | null,
): number | null {
  const stranger = strangerOf(index, plan, customer)
  const { title, product, level, note, source, due, enteredOn } = plan
  const lead = openLead(
    context,
    {
      stranger,
      sameKey: sameKey(stranger, enteredOn)?.key ?? '',
      title,
      product,
      level,
      note,
      source,
      ownerNo,
      due,
    },
    { on: enteredOn, at: noonOf(enteredOn), by: enteredBy },
  )
  if (lead === null) return null
  if (customer !== null) joinLead(onDay(context, plan.movedOn ?? enteredOn, enteredBy), lead.id, customer.id)
  if (plan.movedOn !== null) plantMove(context, lead.id, plan, plan.movedOn, ownerNo)
  seedConsents(context, lead.id, plan, enteredBy)
  return lead.id
}

function strangerOf(index: number, { surname, known }: PlannedLead, customer: JoinedCustomer | null) {
  const phone = customer?.phone ?? phoneOf(DEMO_SEED, MAX_CUSTOMERS + index)
  const ofCustomer = customer === null ? '' : surnameOf(customer.name)
  return {
    surname: customer === null ? surname : ofCustomer,
    phone: known === 'phone' ? phone : null,
    phoneTail: known === 'ticket' ? null : phone.slice(-4),
    ticket: known === 'ticket' ? `A${String(900 + index)}` : null,
    visitUid: null,
  }
}

function plantMove(
  context: WriteContext,
  leadId: number,
  { state, due, lostReason }: PlannedLead,
  on: CivilDate,
  by: string,
): void {
  const moment = { on, at: noonOf(on), by }
  if (isOpenLead(state)) advanceLead(context, leadId, { state, due, note: '' }, moment)
  else
    closeLead(
      context,
      leadId,
      lostReason === null ? { state: 'converted' } : { state: 'lost', lostReason },
      '',
      moment,
    )
}

/** Who left no number said no to the words; a plain no is kept as the proof that they were asked. */
function seedConsents(
  context: WriteContext,
  leadId: number,
  { known, enteredOn }: PlannedLead,
  enteredBy: string,
): void {
  recordAnswer(
    onDay(context, enteredOn, enteredBy),
    { leadId },
    { textVersion: FIRST_CONSENT_TEXT.version, purposes: known === 'ticket' ? [] : ['contact', 'marketing'] },
  )
}

/** The same write as at the counter, on a day that has passed. */
function onDay(context: WriteContext, on: CivilDate, by: string): WriteContext {
  return { ...context, staff: { ...context.staff, no: by }, todayOn: on, nowAt: noonOf(on) }
}
