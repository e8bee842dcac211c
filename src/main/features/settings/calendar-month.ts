import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { CalendarMonth } from '../../../shared/contract/settings.ts'
import { addDays, endOfMonth } from '../../../shared/domain/calendar/civil-date.ts'
import { FIRST_OFFICIAL_YEAR, LAST_OFFICIAL_YEAR } from '../../../shared/domain/calendar/working-days.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'

/** Every day of a month with its verdict (F3), and the years whose notices are known: the product's and the imported. */
export function calendarMonth(
  { connection, calendar }: ReadContext,
  { month }: ParsedInputOf<'settings.calendar'>,
): CalendarMonth {
  const first = `${month}-01`
  const length = Number(endOfMonth(first).slice(8))
  const days = Array.from({ length }, (_, n) => calendar.verdict(addDays(first, n)))
  return { month, days, publishedYears: publishedYears(connection) }
}

const YEARS_IMPORTED = read(
  { year: TABLES.year_notice.year },
  `SELECT year FROM year_notice WHERE json_array_length(days) > 0`,
)

function publishedYears(connection: ReadConnection): number[] {
  const shipped = Array.from(
    { length: LAST_OFFICIAL_YEAR - FIRST_OFFICIAL_YEAR + 1 },
    (_, n) => FIRST_OFFICIAL_YEAR + n,
  )
  const imported = YEARS_IMPORTED.all(connection).map(({ year }) => year)
  return [...new Set([...shipped, ...imported])].sort((a, b) => a - b)
}
