import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { DueDate } from '../../../shared/domain/work/cadence.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import { nextDateFor } from '../../../shared/domain/work/next-date.ts'
import type { ReadContext } from '../../engine/context.ts'

/**
 * The next date after a contact (F1, F6), by the branch's calendar and cadence.
 * @param chosenOn null lets the cadence decide
 * @throws AppError `followups.nextDateInPast`, `call.badInput` for a day more than a year away
 */
export function nextDate(
  { todayOn, calendar, settings }: Pick<ReadContext, 'todayOn' | 'calendar' | 'settings'>,
  level: IntentLevel,
  chosenOn: CivilDate | null,
): DueDate {
  return nextDateFor({ todayOn, calendar, cadence: settings.cadence }, level, chosenOn)
}
