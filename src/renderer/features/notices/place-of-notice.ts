import type { NoticeRow } from '../../../shared/contract/notices.ts'
import type { ScreenName } from '../../../shared/domain/branch/function-codes.ts'

export type NoticePlace =
  | { readonly kind: 'person'; readonly customerUid: string }
  | { readonly kind: 'screen'; readonly screen: ScreenName }

/** What a notice opens: the person it is about, else the screen where such things are done. */
export function placeOfNotice({ kind, subject }: Pick<NoticeRow, 'kind' | 'subject'>): NoticePlace {
  // What came of a referral is read, and answered, where referrals are.
  if (kind.startsWith('referral-')) return { kind: 'screen', screen: 'referrals' }
  if (subject !== null) return { kind: 'person', customerUid: subject.customer.uid }
  if (kind === 'view-cap') return { kind: 'screen', screen: 'audit' }
  return { kind: 'screen', screen: 'followups' }
}
