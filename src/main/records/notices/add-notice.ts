import type { NoticeKind } from '../../../shared/domain/work/notice.ts'
import type { AuditDetail, WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'

export interface NewNotice {
  readonly staffNo: string
  readonly kind: NoticeKind
  /** The intent, referral or person that the notice opens; null where it opens a screen. */
  readonly aboutUid: string | null
  /** Names the occasion: whatever is told a second time under the same key is not told again. */
  readonly onceKey: string
  /** Figures and codes for the words; no personal data. */
  readonly detail: AuditDetail
}

const TELL_ONCE = write(
  `INSERT INTO notice (uid, staff_no, kind, about_uid, on_date, detail, once_key, created_at)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (once_key) DO NOTHING`,
)

/**
 * Leaves a notice for a member of the staff (F4), once an occasion, however often the clock comes by. Shown it is by
 * the bell and, outside the quiet hours, by the system.
 * @returns false where it had been told before
 */
export function addNotice(
  context: WriteContext,
  { staffNo, kind, aboutUid, onceKey, detail }: NewNotice,
): boolean {
  const { connection, nowAt, todayOn } = context
  const isNew =
    TELL_ONCE.run(
      connection,
      context.newUid(),
      staffNo,
      kind,
      aboutUid,
      todayOn,
      JSON.stringify(detail),
      onceKey,
      nowAt,
    ).changes > 0
  if (isNew) context.changed('notice')
  return isNew
}
