import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { MS_PER_DAY } from '../../../shared/domain/calendar/civil-date.ts'
import type { ReadContext } from '../../engine/context.ts'
import { integer } from '../../engine/schema/columns.ts'
import { read } from '../../engine/statement.ts'

/** What counts as seeing somebody; word for word the condition of the index over it. */
export const IS_VIEW = `action IN ('customers.open', 'customers.comparePair')`

export const OPENED_LATELY = read(
  { found: integer },
  `SELECT 1 AS found FROM audit
   WHERE ${IS_VIEW} AND action = 'customers.open' AND staff_no = ? AND at >= ?
     AND customer_uid IN (SELECT value FROM json_each(?)) LIMIT 1`,
)

/**
 * More of a person than a masked line is for who opened their panel within a day, under any of their records: opening is
 * what is recorded and counted, so nothing may be read past it (P2). Throws `customers.notOpened`.
 * @param uids of all records of the person
 */
export function requireOpened({ connection, staff, nowAt }: ReadContext, uids: readonly string[]): void {
  const opened = OPENED_LATELY.get(connection, staff.no, nowAt - MS_PER_DAY, JSON.stringify(uids))
  if (opened === undefined) throw new AppError('customers.notOpened')
}
