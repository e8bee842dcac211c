import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import { CLOCK_KINDS } from '../../../shared/domain/work/notice.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { integer } from '../../engine/schema/columns.ts'
import { read, write } from '../../engine/statement.ts'

const OF_THE_CLOCK = `kind IN (${CLOCK_KINDS.map((kind) => `'${kind}'`).join(', ')})`

const FUTURE_NOTICE = read(
  { found: integer },
  `SELECT 1 AS found FROM notice WHERE on_date > ? AND ${OF_THE_CLOCK} LIMIT 1`,
)

/** Whether the clock told something on a day that is still to come: it was set forward and back again. */
export function hasFuture(connection: ReadConnection, todayOn: CivilDate): boolean {
  return FUTURE_NOTICE.get(connection, todayOn) !== undefined
}

const TAKE_BACK_FUTURE = write(`DELETE FROM notice WHERE on_date > ? AND ${OF_THE_CLOCK}`)

/** Takes back what the clock told on days that are still to come. What people did on them stays. */
export function takeBackFuture(context: WriteContext): number {
  const { changes } = TAKE_BACK_FUTURE.run(context.connection, context.todayOn)
  if (changes > 0) context.changed('notice')
  return changes
}
