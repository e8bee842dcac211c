import type { ReferralEvent } from '../../../shared/domain/work/referral.ts'
import type { AuditDetail, WriteContext } from '../../engine/context.ts'
import { addNotice } from '../../records/notices/add-notice.ts'

interface Referred {
  readonly uid: string
  readonly product: string
  readonly level: string
}

/**
 * Tells somebody of something that happened to a referral (L8), by the kind `referral-<event>`. Nobody is told of what
 * they did themselves.
 */
export function addReferralNotice(
  context: WriteContext,
  referral: Referred,
  event: Exclude<ReferralEvent, 'handed-on'>,
  staffNo: string,
  detail: AuditDetail = {},
): void {
  addNotice(context, {
    staffNo,
    kind: `referral-${event}`,
    aboutUid: referral.uid,
    onceKey: `referral-${event}:${referral.uid}:${staffNo}:${context.nowAt}`,
    detail: { product: referral.product, level: referral.level, ...detail },
  })
}
