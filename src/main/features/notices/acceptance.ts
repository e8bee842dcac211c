import { remindAt } from '../../../shared/domain/work/referral.ts'
import type { ReadContext, WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { addNotice } from '../../records/notices/add-notice.ts'

const { referral } = TABLES

/** A referral may have no clock; the condition of the statement leaves those out, but the column can be null. */
const OFFERED = { uid: referral.uid, toNo: referral.to_no, acceptByAt: referral.accept_by_at }

const OF_UNREMINDED = `
  SELECT uid, to_no AS toNo, accept_by_at AS acceptByAt FROM referral
  WHERE state = 'offered' AND stranded = 0 AND accept_by_at IS NOT NULL AND NOT EXISTS
    (SELECT 1 FROM notice WHERE once_key = 'accept:' || referral.uid || ':' || referral.accept_by_at)
  ORDER BY accept_by_at`

/**
 * Referrals with a running clock whose receiver was not reminded of it yet, in the order in which the clocks run out: the
 * index of running clocks, so that asking often costs little.
 */
export const UNREMINDED = read(OFFERED, OF_UNREMINDED)

const NEXT_UNREMINDED = read(OFFERED, `${OF_UNREMINDED} LIMIT 1`)

/** The instant at which the next receiver is to be reminded; null while nobody is waited for. */
export function nextReminderAt(context: ReadContext): number | null {
  const acceptByAt = NEXT_UNREMINDED.get(context.connection)?.acceptByAt ?? null
  return acceptByAt === null ? null : remindAt(acceptByAt, context.settings.acceptMinutes)
}

/** Reminds each receiver once that a referral is about to go to the backup (L8, F4). */
export function remindReceivers(context: WriteContext): void {
  const { connection, nowAt, settings } = context
  for (const { uid, toNo, acceptByAt } of UNREMINDED.all(connection)) {
    if (acceptByAt === null || remindAt(acceptByAt, settings.acceptMinutes) > nowAt) return
    addNotice(context, {
      staffNo: toNo,
      kind: 'referral-accept-soon',
      aboutUid: uid,
      onceKey: `accept:${uid}:${acceptByAt}`,
      detail: { acceptByAt },
    })
  }
}
