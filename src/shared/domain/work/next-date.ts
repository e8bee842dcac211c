import { AppError } from '../branch/app-error.ts'
import { type CivilDate, daysBetween } from '../calendar/civil-date.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { type CadenceSettings, type DueDate, dueFor, dueOnChosenDay } from './cadence.ts'
import type { IntentLevel } from './intent.ts'

/** A promise further away than this is a slip of the finger, and an open intent would be out of sight (our own default). */
const FARTHEST_DAYS = 366

/** By what a next date is counted. */
export interface NextDateBasis {
  readonly todayOn: CivilDate
  readonly calendar: WorkingCalendar
  readonly cadence: CadenceSettings
}

/** Why a day cannot be agreed on. */
export type NextDateFault = 'past' | 'too-far'

/** What is against a day that somebody agrees on; null where nothing is. */
function faultOfChosenDay(todayOn: CivilDate, chosenOn: CivilDate): NextDateFault | null {
  if (chosenOn < todayOn) return 'past'
  return daysBetween(todayOn, chosenOn) > FARTHEST_DAYS ? 'too-far' : null
}

/**
 * The next date after a contact (F1, F6): the agreed day, moved to a working day, or what the cadence gives. Windows
 * explain a date by the same rule by which it is written.
 * @param chosenOn null lets the cadence decide
 * @throws AppError `followups.nextDateInPast`, `call.badInput` for a day more than a year away
 */
export function nextDateFor(
  { todayOn, calendar, cadence }: NextDateBasis,
  level: IntentLevel,
  chosenOn: CivilDate | null,
): DueDate {
  if (chosenOn === null) return dueFor(level, todayOn, calendar, cadence)
  switch (faultOfChosenDay(todayOn, chosenOn)) {
    case 'past':
      throw new AppError('followups.nextDateInPast', { today: todayOn })
    case 'too-far':
      throw new AppError('call.badInput', { path: 'nextOn', issue: 'too_big' })
    case null:
      return dueOnChosenDay(level, todayOn, chosenOn, calendar)
  }
}

/** What is said beside a date field: the day that counts and why, or what is against the day that was typed. */
export type ExplainedDate =
  | { readonly kind: 'due'; readonly due: DueDate }
  | { readonly kind: 'fault'; readonly fault: NextDateFault }

/** Explains the date in a field (F3), for each state of the field anew. */
export function explainDate(
  basis: NextDateBasis,
  level: IntentLevel,
  chosenOn: CivilDate | null,
): ExplainedDate {
  const fault = chosenOn === null ? null : faultOfChosenDay(basis.todayOn, chosenOn)
  return fault === null ? { kind: 'due', due: nextDateFor(basis, level, chosenOn) } : { kind: 'fault', fault }
}
