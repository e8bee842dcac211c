import type { NoticeKind } from '../../domain/work/notice.ts'
import { declareInternal, type Nothing } from './declaration.ts'

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
