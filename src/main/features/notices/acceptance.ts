import { remindAt } from '../../../shared/domain/work/referral.ts'
import type { ReadContext, WriteContext } from '../../engine/context.ts'
import { tell } from '../../records/notices/tell.ts'

interface Offered {
  readonly uid: string
  readonly toNo: string
  readonly acceptByAt: number
}

/**
 * Referrals with a running clock whose receiver was not reminded of it yet, in the order in which the clocks run out: the
 * index of running clocks, so that asking often costs little.
 */
export const UNREMINDED = `
  SELECT uid, to_no AS toNo, accept_by_at AS acceptByAt FROM referral
  WHERE state = 'offered' AND stranded = 0 AND accept_by_at IS NOT NULL AND NOT EXISTS
    (SELECT 1 FROM notice WHERE once_key = 'accept:' || referral.uid || ':' || referral.accept_by_at)
  ORDER BY accept_by_at`

/** The instant at which the next receiver is to be reminded; null while nobody is waited for. */
export function nextReminderAt(context: ReadContext): number | null {
  const next = context.connection.statement<Offered>(`${UNREMINDED} LIMIT 1`).get()
  return next === undefined ? null : remindAt(next.acceptByAt, context.settings.acceptMinutes)
}

/** Reminds each receiver once that a referral is about to go to the backup (L8, F4). */
export function remindReceivers(context: WriteContext): void {
  const { connection, nowAt, settings } = context
  for (const { uid, toNo, acceptByAt } of connection.statement<Offered>(UNREMINDED).all()) {
    if (remindAt(acceptByAt, settings.acceptMinutes) > nowAt) return
    tell(context, {
      staffNo: toNo,
      kind: 'referral-accept-soon',
      aboutUid: uid,
      onceKey: `accept:${uid}:${acceptByAt}`,
      detail: { acceptByAt },
    })
  }
}
