import { declareInternal, type Nothing } from './declaration.ts'

export const referrals = {
  /** Sends every referral on whose clock has run out (L8). */
  bounce: declareInternal('referrals.bounce', 'write', 'program')
    .takes<Nothing>()
    .returns<{ readonly bounced: number }>(),
  /** The next instant at which a referral's clock runs out, which may be past; null while none is running. */
  nextBounceAt: declareInternal('referrals.nextBounceAt', 'read').takes<Nothing>().returns<number | null>(),
}
