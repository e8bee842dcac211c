import { civilDateAt, MS_PER_DAY, startOfDayAt } from '../../../../shared/domain/civil-date.ts'
import { Refusal } from '../../../../shared/domain/refusal.ts'
import type { ReadContext, WriteContext } from '../../../engine/context.ts'
import { tell } from '../../../engine/notices/tell.ts'
import type { PersonRecords } from './records.ts'

/** From this share of the cap on the reader is told how many are left (ours). */
const TOLD_FROM_PERCENT = 80

/** What counts as seeing somebody; word for word the condition of the index over it. */
const IS_VIEW = `action IN ('customers.open', 'customers.comparePair')`

export const VIEWS_TODAY = `SELECT count(DISTINCT customer_uid) AS people FROM audit
  WHERE ${IS_VIEW} AND staff_no = ? AND at >= ? AND customer_uid NOT IN (SELECT value FROM json_each(?))`

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
  const others =
    connection
      .statement<{ people: number }>(VIEWS_TODAY)
      .get(staff.no, startOfDayAt(today), JSON.stringify(rootUids))?.people ?? 0
  const seen = others + rootUids.length
  if (seen > cap) throw new Refusal('customers.viewCapReached', { cap })
  context.about(...rootUids)
  context.note(seen === cap ? { seenToday: seen, capReached: true } : { seenToday: seen })
  if (seen === cap) tellHeads(context, today, seen)
  return seen * 100 >= cap * TOLD_FROM_PERCENT ? { seen, cap } : null
}

/** Once a day and person of the staff, to every head. */
function tellHeads(context: WriteContext, today: string, seen: number): void {
  const { connection, staff } = context
  const heads = connection
    .statement<{ no: string }>(`SELECT no FROM staff WHERE role = 'head' AND active = 1 ORDER BY no`)
    .all()
  for (const { no } of heads) {
    tell(context, {
      staffNo: no,
      kind: 'view-cap',
      aboutUid: null,
      onceKey: `view-cap ${today} ${staff.no} ${no}`,
      detail: { staffNo: staff.no, seen },
    })
  }
}

export const OPENED_LATELY = `SELECT 1 FROM audit
  WHERE ${IS_VIEW} AND action = 'customers.open' AND staff_no = ? AND at >= ?
    AND customer_uid IN (SELECT value FROM json_each(?)) LIMIT 1`

/**
 * More of a person than a masked line is for who opened their panel within a day, under any of their records: opening is
 * what is recorded and counted, so nothing may be read past it (P2). Throws `customers.notOpened`.
 */
export function requireOpened({ connection, staff, nowAt }: ReadContext, { all }: PersonRecords): void {
  const uids = JSON.stringify(all.map(({ uid }) => uid))
  const opened = connection.statement(OPENED_LATELY).get(staff.no, nowAt - MS_PER_DAY, uids)
  if (opened === undefined) throw new Refusal('customers.notOpened')
}
