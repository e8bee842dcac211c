import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import { CLOCK_KINDS } from '../../../shared/domain/work/notice.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'

const OF_THE_CLOCK = `kind IN (${CLOCK_KINDS.map((kind) => `'${kind}'`).join(', ')})`

/** Whether the clock told something on a day that is still to come: it was set forward and back again. */
export function hasFuture(connection: Connection, todayOn: CivilDate): boolean {
  const sql = `SELECT 1 FROM notice WHERE on_date > ? AND ${OF_THE_CLOCK} LIMIT 1`
  return connection.statement(sql).get(todayOn) !== undefined
}

/** Takes back what the clock told on days that are still to come. What people did on them stays. */
export function takeBackFuture(context: WriteContext): number {
  const { changes } = context.connection
    .statement(`DELETE FROM notice WHERE on_date > ? AND ${OF_THE_CLOCK}`)
    .run(context.todayOn)
  if (Number(changes) > 0) context.changed('notice')
  return Number(changes)
}
