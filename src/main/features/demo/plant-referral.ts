import { isOpenReferral } from '../../../shared/domain/referral.ts'
import { acceptBy } from '../../../shared/domain/working-hours.ts'
import type { WriteContext } from '../../engine/context.ts'
import type { PlannedReferral } from './first-day-referrals.ts'
import { noonOf } from './noon-of.ts'

export interface ReferralStaff {
  readonly fromNo: string
  readonly toNo: string
  readonly backupNo: string | null
}

export type ReferralSubject = { readonly customerId: number } | { readonly leadId: number }

/** Minutes between two steps of one referral. */
const STEP_MS = 40 * 60_000

/** Writes one referral with its history, as its people would have left it; one that waits begins its clock now. */
export function plantReferral(
  context: WriteContext,
  plan: PlannedReferral,
  subject: ReferralSubject,
  staff: ReferralStaff,
): void {
  const { connection, nowAt, settings, calendar } = context
  const offeredAt = plan.offeredOn === null ? nowAt : noonOf(plan.offeredOn)
  const state = plan.went.at(-1) ?? 'offered'
  const momentOf = (wanted: (typeof plan.went)[number]) => {
    const place = plan.went.indexOf(wanted)
    return place < 0 ? null : offeredAt + (place + 1) * STEP_MS
  }
  const lastAt = offeredAt + plan.went.length * STEP_MS
  const { lastInsertRowid } = connection
    .statement(
      `INSERT INTO referral (uid, customer_id, lead_id, product, level, reason, from_no, to_no, backup_no, state,
         offered_at, accept_by_at, accepted_at, contacted_at, qualified_at, closed_at, outcome_note, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      context.newUid(),
      'customerId' in subject ? subject.customerId : null,
      'leadId' in subject ? subject.leadId : null,
      plan.product,
      plan.level,
      plan.reason,
      staff.fromNo,
      staff.toNo,
      staff.backupNo,
      state,
      offeredAt,
      state === 'offered' ? acceptBy(nowAt, settings.acceptMinutes, calendar, settings) : null,
      momentOf('accepted'),
      momentOf('contacted'),
      momentOf('qualified'),
      isOpenReferral(state) ? null : lastAt,
      plan.outcomeNote,
      lastAt,
    )
  plantSteps(context, Number(lastInsertRowid), plan, offeredAt, staff)
}

function plantSteps(
  { connection }: WriteContext,
  referralId: number,
  { went, outcomeNote }: PlannedReferral,
  offeredAt: number,
  { fromNo, toNo }: ReferralStaff,
): void {
  const add = connection.statement(
    'INSERT INTO referral_step (referral_id, event, to_no, note, at, staff_no) VALUES (?, ?, ?, ?, ?, ?)',
  )
  add.run(referralId, 'offered', toNo, '', offeredAt, fromNo)
  for (const [place, event] of went.entries()) {
    const note = place === went.length - 1 ? outcomeNote : ''
    add.run(referralId, event, toNo, note, offeredAt + (place + 1) * STEP_MS, toNo)
  }
}
