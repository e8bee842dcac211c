import type { NoticeKind } from '../../domain/work/notice.ts'
import type { ListKind } from '../followups.ts'
import { declareInternal, type Nothing } from './declaration.ts'

export const followups = {
  /** A numbered list goes on paper a second time: recorded for everyone on it. Throws as `followups.sheet`. */
  recordReprint: declareInternal('followups.recordReprint', 'write')
    .takes<{ readonly printNo: number }>()
    .returns<{ readonly at: number; readonly kind: ListKind }>(),
  /** Brings every overdue intent on its rung and tells those concerned (F4). */
  escalate: declareInternal('followups.escalate', 'write', 'program')
    .takes<Nothing>()
    .returns<{ readonly moved: number }>(),
  /** When the ladder wants to be looked at; an instant that is past means now. */
  ladderDueAt: declareInternal('followups.ladderDueAt', 'read').takes<Nothing>().returns<number>(),
}

export const referrals = {
  /** Sends every referral on whose clock has run out (L8). */
  bounce: declareInternal('referrals.bounce', 'write', 'program')
    .takes<Nothing>()
    .returns<{ readonly bounced: number }>(),
  /** The next instant at which a referral's clock runs out, which may be past; null while none is running. */
  nextBounceAt: declareInternal('referrals.nextBounceAt', 'read').takes<Nothing>().returns<number | null>(),
}

/** What the system has not shown the signed-in person yet. */
export interface UnshownNotices {
  /** Not yet seen in the bell's list either. */
  readonly unseen: number
  readonly kinds: readonly { readonly kind: NoticeKind; readonly count: number }[]
  readonly upToId: number
  /** When the quiet hours that it is in now end (UTC ms); null outside of them. */
  readonly quietUntil: number | null
  /** Whether a customer is being served by this person. */
  readonly serving: boolean
}

export const notices = {
  /** Tells the morning's work, and acceptance clocks that are running out (F4, L8). */
  tellDue: declareInternal('notices.tellDue', 'write', 'program').takes<Nothing>().returns<null>(),
  tellDueAt: declareInternal('notices.tellDueAt', 'read').takes<Nothing>().returns<number>(),
  unshown: declareInternal('notices.unshown', 'read').takes<Nothing>().returns<UnshownNotices>(),
  markShown: declareInternal('notices.markShown', 'write')
    .takes<{ readonly upToId: number }>()
    .returns<null>(),
}
