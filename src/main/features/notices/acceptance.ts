import type { ReadContext, WriteContext } from '../../engine/context.ts'
import { tell } from '../../engine/notices/tell.ts'

/** The last quarter of the clock is when its receiver is reminded (ours). */
const REMINDED_FOR = 1 / 4
const MS_PER_MINUTE = 60_000

interface Offered {
  readonly uid: string
  readonly toNo: string
  readonly acceptByAt: number
}

/** Offered referrals whose receiver was not reminded yet, the one whose clock runs out first before the others. */
const UNREMINDED = `
  SELECT uid, to_no AS toNo, accept_by_at AS acceptByAt FROM referral
  WHERE state = 'offered' AND accept_by_at IS NOT NULL AND NOT EXISTS
    (SELECT 1 FROM notice WHERE once_key = 'accept:' || referral.uid || ':' || referral.accept_by_at)
  ORDER BY accept_by_at`

/** The instant at which the next receiver is to be reminded; null while nobody is waited for. */
export function nextReminderAt(context: ReadContext): number | null {
  const next = context.connection.statement<Offered>(`${UNREMINDED} LIMIT 1`).get()
  return next === undefined ? null : next.acceptByAt - reminderMs(context)
}

/** Reminds each receiver once that a referral is about to go to the backup (L8, F4). */
export function remindReceivers(context: WriteContext): void {
  const { connection, nowAt } = context
  for (const { uid, toNo, acceptByAt } of connection.statement<Offered>(UNREMINDED).all()) {
    if (acceptByAt - reminderMs(context) > nowAt) return
    tell(context, {
      staffNo: toNo,
      kind: 'referral-accept-soon',
      aboutUid: uid,
      onceKey: `accept:${uid}:${acceptByAt}`,
      detail: { acceptByAt },
    })
  }
}

function reminderMs({ settings }: ReadContext): number {
  return Math.ceil(settings.acceptMinutes * REMINDED_FOR) * MS_PER_MINUTE
}
