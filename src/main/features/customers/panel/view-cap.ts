import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { civilDateAt, startOfDayAt } from '../../../../shared/domain/calendar/civil-date.ts'
import type { WriteContext } from '../../../engine/context.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import { addNotice } from '../../../records/notices/add-notice.ts'
import { IS_VIEW } from '../../../records/people/opened.ts'
import { personUidsOf } from '../../../records/people/person.ts'
import { activeHeads } from '../../../records/staff/heads.ts'

/** From this share of the cap on the reader is told how many are left (our own default). */
const TOLD_FROM_PERCENT = 80

/** The uids of all records that somebody saw since an instant. */
export const VIEWS_TODAY = read(
  { recordUid: TABLES.audit.customer_uid },
  `SELECT DISTINCT customer_uid AS recordUid FROM audit
   WHERE ${IS_VIEW} AND staff_no = ? AND at >= ? AND customer_uid IS NOT NULL`,
)

/** How many people somebody saw today, where it is time to say so. */
export interface ViewWarning {
  readonly seen: number
  readonly cap: number
}

/**
 * Holds a member of staff to the daily cap (P2): people seen today are counted, not views, so that someone already open
 * can be opened again. Names the people for the audit. The view that fills the cap is noted in its link, and the head is
 * told; a refusal leaves no row, because a refused command leaves none.
 * @param rootUids the people about to be seen
 * @returns null while the cap is far
 */
export function countViews(context: WriteContext, rootUids: readonly string[]): ViewWarning | null {
  const { connection, staff, nowAt, settings } = context
  const cap = settings.dailyViewCap
  const today = civilDateAt(nowAt)
  const views = VIEWS_TODAY.all(connection, staff.no, startOfDayAt(today)).flatMap(
    ({ recordUid }) => recordUid ?? [],
  )
  // Two records that were merged since are one person.
  const seen = new Set([...personUidsOf(connection, views).values(), ...rootUids]).size
  if (seen > cap) throw new AppError('customers.viewCapReached', { cap })
  context.about(...rootUids)
  context.note(seen === cap ? { seenToday: seen, capReached: true } : { seenToday: seen })
  if (seen === cap) tellHeads(context, today, seen)
  return seen * 100 >= cap * TOLD_FROM_PERCENT ? { seen, cap } : null
}

/** Once a day and person of the staff, to every head. */
function tellHeads(context: WriteContext, today: string, seen: number): void {
  const { connection, staff } = context
  for (const no of activeHeads(connection)) {
    addNotice(context, {
      staffNo: no,
      kind: 'view-cap',
      aboutUid: null,
      onceKey: `view-cap ${today} ${staff.no} ${no}`,
      detail: { staffNo: staff.no, seen },
    })
  }
}
