import type { Published } from '../../../shared/contract/events/index.ts'
import type { UnshownNotices } from '../../../shared/contract/internal/work.ts'
import { quietUntil } from '../../../shared/domain/calendar/quiet-hours.ts'
import type { NoticeKind } from '../../../shared/domain/work/notice.ts'
import type { ReadContext, WriteContext } from '../../engine/context.ts'

interface KindRow {
  readonly kind: NoticeKind
  readonly count: number
  readonly lastId: number
}

/** What the system has not shown the signed-in person yet, in numbers only, and whether it may now (F4). */
export function unshown({ connection, staff, nowAt, todayOn, settings }: ReadContext): UnshownNotices {
  const kinds = connection
    .statement<KindRow>(
      `SELECT kind, count(*) AS count, max(id) AS lastId FROM notice
       WHERE staff_no = ? AND seen_at IS NULL AND shown_at IS NULL GROUP BY kind ORDER BY kind`,
    )
    .all(staff.no)
  return {
    unseen: unseenOf(connection, staff.no),
    kinds: kinds.map(({ kind, count }) => ({ kind, count })),
    upToId: Math.max(0, ...kinds.map(({ lastId }) => lastId)),
    quietUntil: quietUntil(nowAt, settings),
    serving: isServing(connection, staff.no, todayOn),
  }
}

/** Marks as shown what `unshown` answered; what came since stays to be shown. */
export function markShown(
  { connection, staff, nowAt, publish, changed }: WriteContext,
  { upToId }: { readonly upToId: number },
): null {
  const shown = connection
    .statement<{ uid: string }>(
      `UPDATE notice SET shown_at = ?
       WHERE staff_no = ? AND seen_at IS NULL AND shown_at IS NULL AND id <= ? RETURNING uid`,
    )
    .all(nowAt, staff.no, upToId)
  if (shown.length > 0) changed('notice')
  publish({ noticeUids: shown.map(({ uid }) => uid) } satisfies Published<'notices.markShown'>)
  return null
}

export function unseenOf(connection: ReadContext['connection'], staffNo: string): number {
  const row = connection
    .statement<{ unseen: number }>(
      'SELECT count(*) AS unseen FROM notice WHERE staff_no = ? AND seen_at IS NULL',
    )
    .get(staffNo)
  return row?.unseen ?? 0
}

/** Whether a customer of today is being served by this person. */
function isServing(connection: ReadContext['connection'], staffNo: string, todayOn: string): boolean {
  const sql = `SELECT 1 FROM visit WHERE on_date = ? AND state = 'serving' AND served_by = ? LIMIT 1`
  return connection.statement(sql).get(todayOn, staffNo) !== undefined
}
