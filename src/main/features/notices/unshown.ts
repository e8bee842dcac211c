import type { Published } from '../../../shared/contract/events/index.ts'
import type { UnshownNotices } from '../../../shared/contract/internal/work.ts'
import { quietUntil } from '../../../shared/domain/calendar/quiet-hours.ts'
import type { NoticeKind } from '../../../shared/domain/work/notice.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext, WriteContext } from '../../engine/context.ts'
import { integer, textOf } from '../../engine/schema/columns.ts'
import { read } from '../../engine/statement.ts'
import { markShown } from '../../records/notices/mark-notices.ts'

const UNSHOWN_BY_KIND = read(
  { kind: textOf<NoticeKind>(), count: integer, lastId: integer },
  `SELECT kind, count(*) AS count, max(id) AS lastId FROM notice
   WHERE staff_no = ? AND seen_at IS NULL AND shown_at IS NULL GROUP BY kind ORDER BY kind`,
)

/** What the system has not shown the signed-in person yet, in numbers only, and whether it may now (F4). */
export function unshown({ connection, staff, nowAt, todayOn, settings }: ReadContext): UnshownNotices {
  const kinds = UNSHOWN_BY_KIND.all(connection, staff.no)
  return {
    unseen: unseenOf(connection, staff.no),
    kinds: kinds.map(({ kind, count }) => ({ kind, count })),
    upToId: Math.max(0, ...kinds.map(({ lastId }) => lastId)),
    quietUntil: quietUntil(nowAt, settings),
    serving: isServing(connection, staff.no, todayOn),
  }
}

/** Marks as shown what `unshown` answered; what came since stays to be shown. */
export function confirmShown(context: WriteContext, { upToId }: { readonly upToId: number }): null {
  const noticeUids = markShown(context, upToId)
  context.publish({ noticeUids } satisfies Published<'notices.markShown'>)
  return null
}

const COUNT_OF_UNSEEN = read(
  { unseen: integer },
  'SELECT count(*) AS unseen FROM notice WHERE staff_no = ? AND seen_at IS NULL',
)

export function unseenOf(connection: ReadConnection, staffNo: string): number {
  return COUNT_OF_UNSEEN.get(connection, staffNo)?.unseen ?? 0
}

const BEING_SERVED = read(
  { found: integer },
  `SELECT 1 AS found FROM visit WHERE on_date = ? AND state = 'serving' AND served_by = ? LIMIT 1`,
)

/** Whether a customer of today is being served by this person. */
function isServing(connection: ReadConnection, staffNo: string, todayOn: string): boolean {
  return BEING_SERVED.get(connection, todayOn, staffNo) !== undefined
}
