import type { DemoStaff } from '../../../shared/demo/rows.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import type { ReferralHolder } from '../../records/referrals/write-referral.ts'
import { planLeads } from './demo-day-leads.ts'
import type { DemoDay } from './demo-day-plan.ts'
import { type PlannedReferral, planReferrals, type ReferralParty } from './first-day-referrals.ts'
import { seedReferral } from './plant-referral.ts'
import { type JoinedCustomer, seedLead } from './seed-lead.ts'

/**
 * Gives the branch strangers to come back to and work that was handed on, so that their screens show on the first day
 * what they are for (L7, L8).
 * @param firstNo who has much open work
 * @param customerIds people who are not on anybody's list of the day
 */
export function seedHandedOn(
  context: WriteContext,
  firstNo: string,
  staff: readonly DemoStaff[],
  day: DemoDay,
  customerIds: readonly number[],
): void {
  const noOf = partiesOf(firstNo, staff)
  const [joinedId, ...others] = customerIds
  const leadIds = planLeads(day).flatMap((plan, index) => {
    const customer = plan.joined ? customerNumbered(context, joinedId) : null
    if (plan.joined && customer === null) return []
    const leadStaff = { ownerNo: noOf[plan.owner], enteredBy: noOf.teller }
    return seedLead(context, index, plan, leadStaff, customer) ?? []
  })
  for (const [index, plan] of planReferrals(day).entries()) {
    const customerId = others[index % Math.max(1, others.length)]
    const subject = subjectOf(plan, leadIds[0], customerId)
    if (subject === null) continue
    const [fromNo, toNo] = [noOf[plan.from], noOf[plan.to]]
    const backupNo = [noOf.otherManager, noOf.manager].find((no) => no !== fromNo && no !== toNo) ?? null
    seedReferral(context, plan, subject, { fromNo, toNo, backupNo })
  }
  context.changed('lead', 'lead_step', 'consent', 'referral', 'referral_step')
}

/** A demo of very few customers has nobody left for some of it. */
function subjectOf(
  { about }: PlannedReferral,
  leadId: number | undefined,
  customerId: number | undefined,
): ReferralHolder | null {
  if (about === 'lead') return leadId === undefined ? null : { leadId }
  return customerId === undefined ? null : { customerId }
}

/** Nobody hands anything on to themselves, whoever opens the branch. */
function partiesOf(firstNo: string, staff: readonly DemoStaff[]): Readonly<Record<ReferralParty, string>> {
  const others = (role: DemoStaff['role']) =>
    staff.filter((each) => each.role === role && each.no !== firstNo).map(({ no }) => no)
  const [manager = firstNo, otherManager = manager] = others('rm')
  const [lobby = manager] = others('lobby')
  const [teller = lobby] = others('teller')
  return { founder: firstNo, manager, otherManager, lobby, teller }
}

const CUSTOMER_BY_ID = read(
  { id: TABLES.customer.id, name: TABLES.customer.name, phone: TABLES.customer.phone },
  'SELECT id, name, phone FROM customer WHERE id = ?',
)

function customerNumbered({ connection }: WriteContext, id: number | undefined): JoinedCustomer | null {
  if (id === undefined) return null
  return CUSTOMER_BY_ID.get(connection, id) ?? null
}
