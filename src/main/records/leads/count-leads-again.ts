import type { WorkingCalendar } from '../../../shared/domain/calendar/working-days.ts'
import type { WriteContext } from '../../engine/context.ts'
import { type ChangedDays, countDatesAgain } from '../work/count-again.ts'
import { moveLeadDates } from './write-lead.ts'

/**
 * Counts the dates of open leads again after the calendar changed (F3).
 * @param calendar as it is after the change
 * @returns how many next dates moved
 */
export function countLeadsAgain(
  context: WriteContext,
  calendar: WorkingCalendar,
  changed: ChangedDays,
): number {
  return countDatesAgain(context, 'lead', calendar, changed, (id, due) => moveLeadDates(context, id, due))
}
