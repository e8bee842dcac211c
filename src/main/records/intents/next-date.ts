import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { type CivilDate, daysBetween } from '../../../shared/domain/calendar/civil-date.ts'
import { type DueDate, dueFor, dueOnChosenDay } from '../../../shared/domain/work/cadence.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type { ReadContext } from '../../engine/context.ts'

/** A promise further away than this is a slip of the finger, and an open intent would be out of sight (our own default). */
const FARTHEST_DAYS = 366

/**
 * The next date after a contact (F1, F6): the agreed day, moved to a working day, or what the cadence gives.
 * @param chosenOn null lets the cadence decide
 * @throws AppError `followups.nextDateInPast`, `call.badInput` for a day more than a year away
 */
export function nextDate(
  { todayOn, calendar, settings }: Pick<ReadContext, 'todayOn' | 'calendar' | 'settings'>,
  level: IntentLevel,
  chosenOn: CivilDate | null,
): DueDate {
  if (chosenOn === null) return dueFor(level, todayOn, calendar, settings.cadence)
  if (chosenOn < todayOn) throw new AppError('followups.nextDateInPast', { today: todayOn })
  if (daysBetween(todayOn, chosenOn) > FARTHEST_DAYS) {
    throw new AppError('call.badInput', { path: 'nextOn', issue: 'too_big' })
  }
  return dueOnChosenDay(level, todayOn, chosenOn, calendar)
}
