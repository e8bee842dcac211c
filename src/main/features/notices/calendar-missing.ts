import { missingNoticeYear } from '../../../shared/domain/calendar/working-days.ts'
import type { ReadContext, WriteContext } from '../../engine/context.ts'
import {
  dropCalendarNotices,
  hasSettledCalendarNotice,
  headsUntoldOfCalendar,
  tellCalendarMissing,
} from '../../records/notices/calendar-notice.ts'

/** Whether the heads are to be told now that a year's holiday notice is missing, or what was told is settled (F3). */
export function hasCalendarNews(context: ReadContext): boolean {
  const { connection, calendar, todayOn } = context
  const missing = missingNoticeYear(calendar, todayOn)
  if (hasSettledCalendarNotice(connection, missing)) return true
  return missing !== null && headsUntoldOfCalendar(connection, missing).length > 0
}

/** From mid-December on each head is told once how to import the coming year's notice; gone when it is imported. */
export function tellCalendar(context: WriteContext): void {
  const missing = missingNoticeYear(context.calendar, context.todayOn)
  dropCalendarNotices(context, missing)
  if (missing !== null) tellCalendarMissing(context, missing)
}
