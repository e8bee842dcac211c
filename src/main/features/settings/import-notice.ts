import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { addDays, type CivilDate, daysBetween } from '../../../shared/domain/calendar/civil-date.ts'
import {
  isWorking,
  missingNoticeYear,
  parseHolidayNotice,
  type WorkingCalendar,
  type YearNotice,
} from '../../../shared/domain/calendar/working-days.ts'
import { readCalendar } from '../../engine/branch-state.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'
import { dropCalendarNotices } from '../../records/notices/calendar-notice.ts'
import { noted, recountDueDates } from './recount-due-dates.ts'

/** Official years have had between 247 and 252 working days; one with far fewer is not a calendar (our own default). */
const FEWEST_WORKING_DAYS = 200

/**
 * Takes an official notice of a year, which from now on decides over what the product ships, and counts the due dates
 * that touch the year again (F3).
 * @throws AppError `settings.noticeInvalid`, `settings.noticeEmpty` for a year that is not published yet
 */
export function importNotice(
  context: WriteContext,
  { json }: ParsedInputOf<'settings.importNotice'>,
): ResultOf<'settings.importNotice'> {
  const notice = readNotice(json)
  const { year } = notice
  if (notice.days.length === 0) throw new AppError('settings.noticeEmpty', { year })
  store(context, notice)
  const calendar = readCalendar(context.connection)
  const days = daysRuledBy(year)
  requireWorkingDays(calendar, year)
  const moved = recountDueDates(context, calendar, days)
  context.note({ year, days: notice.days.length, ...noted(moved) })
  context.publish(notice)
  context.changed('year_notice')
  dropCalendarNotices(context, missingNoticeYear(calendar, context.todayOn))
  return { year, days: notice.days.length, movedFollowups: moved.movedFollowups }
}

function readNotice(json: string): YearNotice {
  try {
    return parseHolidayNotice(JSON.parse(json))
  } catch (error) {
    if (error instanceof SyntaxError) throw new AppError('settings.noticeInvalid', { reason: 'not-json' })
    if (error instanceof AppError) {
      throw new AppError('settings.noticeInvalid', { ...error.detail, reason: error.code })
    }
    throw error
  }
}

const STORE_NOTICE = write(
  `INSERT INTO year_notice (year, days, imported_at) VALUES (?, ?, ?)
   ON CONFLICT (year) DO UPDATE SET days = excluded.days, imported_at = excluded.imported_at`,
)

function store({ connection, nowAt }: WriteContext, { year, days }: YearNotice): void {
  STORE_NOTICE.run(connection, year, JSON.stringify(days), nowAt)
}

/** A notice speaks of its year and, around New Year, of the December before. */
function daysRuledBy(year: number): { readonly from: CivilDate; readonly to: CivilDate } {
  return { from: `${year - 1}-12-01`, to: `${year}-12-31` }
}

function requireWorkingDays(calendar: WorkingCalendar, year: number): void {
  const first = `${year}-01-01`
  const length = daysBetween(first, `${year}-12-31`) + 1
  const working = Array.from({ length }, (_, n) => addDays(first, n)).filter((on) =>
    isWorking(calendar, on),
  ).length
  if (working < FEWEST_WORKING_DAYS)
    throw new AppError('settings.noticeInvalid', { reason: 'no-working-days', working })
}
