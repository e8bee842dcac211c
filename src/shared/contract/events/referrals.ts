import { z } from 'zod'
import { REFERRAL_STATES } from '../../domain/work/referral.ts'
import { staffNo } from '../fields.ts'
import { referrals } from '../referrals.ts'

/** An instant, UTC milliseconds. */
const at = z.int().positive()

const moved = z.strictObject({
  referralUid: z.uuid(),
  state: z.enum(REFERRAL_STATES),
  note: z.string().max(200),
})

export const referralEvents = {
  'referrals.offer': referrals.offer.input.safeExtend({
    referralUid: z.uuid(),
    backupNo: staffNo.nullable(),
    acceptByAt: at,
  }),
  'referrals.accept': moved,
  'referrals.decline': moved,
  /** Those that were done; none where a row stood in the way. */
  'referrals.acceptMany': z.strictObject({ referralUids: z.array(z.uuid()) }),
  'referrals.declineMany': z.strictObject({ referralUids: z.array(z.uuid()), reason: z.string().max(100) }),
  'referrals.advance': moved,
  'referrals.withdraw': moved,
  'referrals.saveRoutes': referrals.saveRoutes.input,
  /** The clock's: who was asked next, and what nobody is left for. */
  'referrals.bounce': z.strictObject({
    sentOn: z.array(z.strictObject({ referralUid: z.uuid(), toNo: staffNo, acceptByAt: at })),
    stranded: z.array(z.uuid()),
  }),
}
