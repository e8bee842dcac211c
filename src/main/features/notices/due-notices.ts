import { nextMidnight, timeOnDayOf } from '../../../shared/domain/calendar/quiet-hours.ts'
import type { ReadContext, WriteContext } from '../../engine/context.ts'
import { nextReminderAt, remindReceivers } from './acceptance.ts'
import { hasCalendarNews, tellCalendar } from './calendar-missing.ts'
import { hasStaleMorning, isMorning, tellMorning, untoldOfMorning } from './morning.ts'

/** Tells what only the hour brings about: the morning's work, acceptance clocks that run out, a year without a calendar. */
export function tellDue(context: WriteContext): null {
  tellMorning(context)
  remindReceivers(context)
  tellCalendar(context)
  return null
}

/** When there is something to tell next; an instant that is past means now. */
export function tellDueAt(context: ReadContext): number {
  const { nowAt, settings } = context
  if (hasStaleMorning(context) || hasCalendarNews(context)) return nowAt
  if (isMorning(context) && untoldOfMorning(context).length > 0) return nowAt
  const opensAt = timeOnDayOf(nowAt, settings.workFrom)
  const morningAt = opensAt > nowAt ? opensAt : nextMidnight(nowAt)
  return Math.min(morningAt, nextReminderAt(context) ?? morningAt)
}
