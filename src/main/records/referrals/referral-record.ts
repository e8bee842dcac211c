import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type { ReferralState } from '../../../shared/domain/work/referral.ts'
import type { Connection } from '../../engine/connection.ts'
import { personOf } from '../people/person.ts'

/** A referral as it stands in its row. */
export interface ReferralRecord {
  readonly id: number
  readonly uid: string
  readonly customerId: number | null
  readonly leadId: number | null
  readonly intentId: number | null
  /** The referral that was handed on with this one. */
  readonly handedOnFrom: number | null
  readonly product: ProductCode
  readonly level: IntentLevel
  readonly fromNo: string
  readonly toNo: string
  readonly backupNo: string | null
  readonly state: ReferralState
  readonly offeredAt: number
  /** The person it is about by now; null for a stranger. */
  readonly personUid: string | null
}

export const REFERRAL_RECORD = `
  SELECT referral.id, referral.uid, referral.customer_id AS customerId, referral.lead_id AS leadId,
    referral.intent_id AS intentId, referral.handed_on_from AS handedOnFrom, referral.product, referral.level, referral.from_no AS fromNo,
    referral.to_no AS toNo, referral.backup_no AS backupNo, referral.state, referral.offered_at AS offeredAt,
    person.uid AS personUid
  FROM referral
  ${personOf('referral', 'LEFT JOIN')}`

/** @throws Refusal `referrals.notFound` */
export function requireReferral(connection: Connection, referralUid: string): ReferralRecord {
  const row = connection
    .statement<ReferralRecord>(`${REFERRAL_RECORD} WHERE referral.uid = ?`)
    .get(referralUid)
  if (row === undefined) throw new Refusal('referrals.notFound')
  return row
}

/** The referral that was handed on with this one; undefined for the first of a chain. */
export function earlierOf(
  connection: Connection,
  { handedOnFrom }: Pick<ReferralRecord, 'handedOnFrom'>,
): ReferralRecord | undefined {
  if (handedOnFrom === null) return undefined
  return connection.statement<ReferralRecord>(`${REFERRAL_RECORD} WHERE referral.id = ?`).get(handedOnFrom)
}
