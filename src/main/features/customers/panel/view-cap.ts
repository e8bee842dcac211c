import { civilDateAt, MS_PER_DAY, startOfDayAt } from '../../../../shared/domain/civil-date.ts'
import { Refusal } from '../../../../shared/domain/refusal.ts'
import type { ReadContext, WriteContext } from '../../../engine/context.ts'
import type { PersonRecords } from './records.ts'

export const VIEWS_TODAY = `SELECT count(DISTINCT customer_uid) AS people FROM audit
  WHERE action = 'customers.open' AND staff_no = ? AND at >= ? AND customer_uid <> ?`

/**
 * Holds a member of staff to the daily cap (P2): people seen today are counted, not views, so that someone already open
 * can be opened again. The view that fills the cap is noted in its audit row, where the head finds it; a refusal leaves
 * no row, because a refused command leaves none.
 * @param rootUid the person about to be seen
 */
export function countView(context: WriteContext, rootUid: string): void {
  const { connection, staff, nowAt, settings } = context
  const dayStartAt = startOfDayAt(civilDateAt(nowAt))
  const others =
    connection.statement<{ people: number }>(VIEWS_TODAY).get(staff.no, dayStartAt, rootUid)?.people ?? 0
  if (others >= settings.dailyViewCap) {
    throw new Refusal('customers.viewCapReached', { cap: settings.dailyViewCap })
  }
  const seenToday = others + 1
  context.note(seenToday === settings.dailyViewCap ? { seenToday, capReached: true } : { seenToday })
}

export const OPENED_LATELY = `SELECT 1 FROM audit
  WHERE action = 'customers.open' AND staff_no = ? AND at >= ?
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
