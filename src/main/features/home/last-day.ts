import type { DayResults } from '../../../shared/contract/home.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import { addDays, startOfDayAt } from '../../../shared/domain/calendar/civil-date.ts'
import { lastWorkingDay } from '../../../shared/domain/calendar/working-days.ts'
import type { ReadContext } from '../../engine/context.ts'
import { integer } from '../../engine/schema/columns.ts'
import { read } from '../../engine/statement.ts'

const COUNT = { count: integer }

/** Each takes the day or its two ends, and then a staff number twice; null is everybody. */
const CONTACTS_ON = read(
  COUNT,
  'SELECT count(*) AS count FROM contact WHERE on_date = ? AND (? IS NULL OR staff_no = ?)',
)
const FLAGS_ON = read(
  COUNT,
  `SELECT count(*) AS count FROM intent_evidence
   WHERE on_date = ? AND undone_at IS NULL AND (? IS NULL OR staff_no = ?)`,
)
const WON_BETWEEN = read(
  COUNT,
  `SELECT count(*) AS count FROM intent
   WHERE status = 'converted' AND closed_at >= ? AND closed_at < ? AND (? IS NULL OR owner_no = ?)`,
)
const LEADS_BETWEEN = read(
  COUNT,
  `SELECT count(*) AS count FROM lead
   WHERE created_at >= ? AND created_at < ? AND (? IS NULL OR created_by = ?)`,
)

/** What the last working day came to: one's own, or the branch's for who shares out the work. */
export function lastDay({ connection, staff, todayOn, calendar }: ReadContext): DayResults {
  const on = lastWorkingDay(calendar, addDays(todayOn, -1))
  const whose = sharesOutWork(staff.role) ? null : staff.no
  const ends = [startOfDayAt(on), startOfDayAt(addDays(on, 1))] as const
  return {
    on,
    contacts: CONTACTS_ON.get(connection, on, whose, whose)?.count ?? 0,
    flagged: FLAGS_ON.get(connection, on, whose, whose)?.count ?? 0,
    won: WON_BETWEEN.get(connection, ...ends, whose, whose)?.count ?? 0,
    leads: LEADS_BETWEEN.get(connection, ...ends, whose, whose)?.count ?? 0,
  }
}
