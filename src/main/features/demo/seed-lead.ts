import { MAX_CUSTOMERS, phoneOf } from '../../../shared/demo/allocation.ts'
import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import { surnameLengthOf } from '../../../shared/domain/text/surnames.ts'
import { isOpenLead, sameKey } from '../../../shared/domain/work/lead.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'
import { seedConsentText } from '../../records/consents/consent-text.ts'
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
  if (customer !== null) joinThen(context, lead.id, customer, plan.movedOn ?? enteredOn, enteredBy)
  if (plan.movedOn !== null) plantMove(context, lead.id, plan, plan.movedOn, ownerNo)
  seedConsents(context, lead.id, plan, enteredBy)
  return lead.id
}

/** The same joining as at the counter, on a day that has passed. */
function joinThen(
  context: WriteContext,
  leadId: number,
  customer: JoinedCustomer,
  on: CivilDate,
  by: string,
): void {
  const staff = { ...context.staff, no: by }
  joinLead({ ...context, staff, todayOn: on, nowAt: noonOf(on) }, leadId, customer.id)
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

const ADD_CONSENT = write(
  `INSERT INTO consent (uid, lead_id, purpose, given, text_version, at, on_date, staff_no)
   VALUES (?, ?, ?, ?, 1, ?, ?, ?)`,
)

/** Who left no number said no to the words; a plain no is kept as the proof that they were asked. */
function seedConsents(
  context: WriteContext,
  leadId: number,
  { known, enteredOn }: PlannedLead,
  enteredBy: string,
): void {
  seedConsentText(context)
  const { connection } = context
  const at = noonOf(enteredOn)
  const declined = known === 'ticket'
  for (const purpose of declined ? ['contact'] : ['contact', 'marketing']) {
    const given = declined ? 0 : 1
    ADD_CONSENT.run(connection, context.newUid(), leadId, purpose, given, at, enteredOn, enteredBy)
  }
}
