import type { WorkingCalendar } from '../../../shared/domain/calendar/working-days.ts'
import type { WriteContext } from '../../engine/context.ts'
import { type ChangedDays, countDatesAgain } from '../work/count-again.ts'
import { moveIntentDates } from './write-intent.ts'

/**
 * Counts the dates of open intents again after the calendar changed (F3).
 * @param calendar as it is after the change
 * @returns how many next dates moved
 */
export function countIntentsAgain(
  context: WriteContext,
  calendar: WorkingCalendar,
  changed: ChangedDays,
): number {
  return countDatesAgain(context, 'intent', calendar, changed, (id, due) => moveIntentDates(context, id, due))
}
