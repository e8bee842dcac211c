import type { NoticeKind } from '../../../shared/domain/work/notice.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'

const MARK_SEEN = write(
  `UPDATE notice SET seen_at = ? WHERE staff_no = ? AND seen_at IS NULL
     AND (? IS NULL OR uid IN (SELECT value FROM json_each(?)))`,
)

/**
 * Marks notices of the acting staff as seen (F4); nobody sees them for somebody else.
 * @param uids all that are unseen where it is null
 * @returns how many there were
 */
export function markSeen(
  { connection, nowAt, staff, changed }: WriteContext,
  uids: readonly string[] | null,
): number {
  const asked = [uids === null ? null : 1, JSON.stringify(uids ?? [])]
  const { changes: seen } = MARK_SEEN.run(connection, nowAt, staff.no, ...asked)
  if (seen > 0) changed('notice')
  return seen
}

const MARK_SHOWN = read(
  { uid: TABLES.notice.uid },
  `UPDATE notice SET shown_at = ?
   WHERE staff_no = ? AND seen_at IS NULL AND shown_at IS NULL AND id <= ? RETURNING uid`,
)

/**
 * Marks notices of the acting staff as shown by the system.
 * @param upToId the last that was counted; what came since stays to be shown
 * @returns their uids
 */
export function markShown({ connection, staff, nowAt, changed }: WriteContext, upToId: number): string[] {
  const shown = MARK_SHOWN.all(connection, nowAt, staff.no, upToId).map(({ uid }) => uid)
  if (shown.length > 0) changed('notice')
  return shown
}

const SUPERSEDE = write(
  `UPDATE notice SET seen_at = coalesce(seen_at, ?), shown_at = coalesce(shown_at, ?)
   WHERE about_uid = ? AND kind = ? AND (seen_at IS NULL OR shown_at IS NULL)`,
)

/** Notices of a kind about something need nobody any more: a later one says more. */
export function supersedeNotices(
  { connection, nowAt, changed }: WriteContext,
  aboutUid: string,
  kind: NoticeKind,
): void {
  if (SUPERSEDE.run(connection, nowAt, nowAt, aboutUid, kind).changes > 0) changed('notice')
}

const DROP_NOTICES = write('DELETE FROM notice WHERE id IN (SELECT value FROM json_each(?))')

/** @param ids numbers of notices as a JSON array */
export function dropNotices(connection: Connection, ids: string): void {
  DROP_NOTICES.run(connection, ids)
}
