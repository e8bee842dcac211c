import { acceptBy } from '../../../shared/domain/calendar/working-hours.ts'
import type { WriteContext } from '../../engine/context.ts'
import { addStep } from '../../records/referrals/referral-steps.ts'
import { enterState, offerReferral, type ReferralHolder } from '../../records/referrals/write-referral.ts'
import type { PlannedReferral } from './first-day-referrals.ts'
import { noonOf } from './noon-of.ts'

export interface ReferralStaff {
  readonly fromNo: string
  readonly toNo: string
  readonly backupNo: string | null
}

/** Minutes between two steps of one referral. */
const STEP_MS = 40 * 60_000

/** Writes one referral with its history, as its people would have left it; one that waits begins its clock now. */
export function seedReferral(
  context: WriteContext,
  { product, level, reason, offeredOn, went, outcomeNote }: PlannedReferral,
  about: ReferralHolder,
  { fromNo, toNo, backupNo }: ReferralStaff,
): void {
  const { nowAt, settings, calendar } = context
  const offeredAt = offeredOn === null ? nowAt : noonOf(offeredOn)
  const acceptByAt = acceptBy(offeredAt, settings.acceptMinutes, calendar, settings)
  const offered = { product, level, reason, fromNo, toNo, backupNo, acceptByAt }
  const made = offerReferral(context, { about, intentId: null, handedOnFrom: null, ...offered }, offeredAt)
  for (const [place, event] of went.entries()) {
    const then = { ...context, nowAt: offeredAt + (place + 1) * STEP_MS }
    const note = place === went.length - 1 ? outcomeNote : ''
    addStep(then, made, { event, toNo, note, byNo: toNo })
    enterState(then, made.id, event, note)
  }
}
