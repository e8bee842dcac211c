import type { NoticeRow } from '../../../shared/contract/notices.ts'
import type { ScreenName } from '../../../shared/domain/function-codes.ts'

export type NoticePlace =
  | { readonly kind: 'person'; readonly customerUid: string }
  | { readonly kind: 'screen'; readonly screen: ScreenName }

/** What a notice opens: the person it is about, else the screen where such things are done. */
export function placeOfNotice({ kind, subject }: Pick<NoticeRow, 'kind' | 'subject'>): NoticePlace {
  if (subject !== null) return { kind: 'person', customerUid: subject.customer.uid }
  return { kind: 'screen', screen: kind === 'view-cap' ? 'audit' : 'followups' }
}
