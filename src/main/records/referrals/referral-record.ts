import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { orNull, type RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { personOf } from '../people/person.ts'

const { referral, customer } = TABLES

export const REFERRAL = {
  id: referral.id,
  uid: referral.uid,
  customerId: referral.customer_id,
  leadId: referral.lead_id,
  intentId: referral.intent_id,
  /** The referral that was handed on with this one. */
  handedOnFrom: referral.handed_on_from,
  product: referral.product,
  level: referral.level,
  fromNo: referral.from_no,
  toNo: referral.to_no,
  backupNo: referral.backup_no,
  state: referral.state,
  offeredAt: referral.offered_at,
  /** The person it is about by now; null for a stranger. */
  personUid: orNull(customer.uid),
}

/** A referral as it stands in its row. */
export type ReferralRecord = RowOf<typeof REFERRAL>

/** The same as the text of a query, up to its condition. */
export const REFERRAL_RECORD = `
  SELECT referral.id, referral.uid, referral.customer_id AS customerId, referral.lead_id AS leadId,
    referral.intent_id AS intentId, referral.handed_on_from AS handedOnFrom, referral.product, referral.level, referral.from_no AS fromNo,
    referral.to_no AS toNo, referral.backup_no AS backupNo, referral.state, referral.offered_at AS offeredAt,
    person.uid AS personUid
  FROM referral
  ${personOf('referral', 'LEFT JOIN')}`

const REFERRAL_BY_UID = read(REFERRAL, `${REFERRAL_RECORD} WHERE referral.uid = ?`)

/** @throws AppError `referrals.notFound` */
export function requireReferral(connection: ReadConnection, referralUid: string): ReferralRecord {
  const row = REFERRAL_BY_UID.get(connection, referralUid)
  if (row === undefined) throw new AppError('referrals.notFound')
  return row
}

const REFERRAL_NUMBERED = read(REFERRAL, `${REFERRAL_RECORD} WHERE referral.id = ?`)

/** The referral that was handed on with this one; undefined for the first of a chain. */
export function earlierOf(
  connection: ReadConnection,
  { handedOnFrom }: Pick<ReferralRecord, 'handedOnFrom'>,
): ReferralRecord | undefined {
  if (handedOnFrom === null) return undefined
  return REFERRAL_NUMBERED.get(connection, handedOnFrom)
}
