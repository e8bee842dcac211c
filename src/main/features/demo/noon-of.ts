import { type CivilDate, MS_PER_DAY, startOfDayAt } from '../../../shared/domain/calendar/civil-date.ts'

/** Noon of that day in Shanghai as an instant, for facts of which only the day is known. */
export function noonOf(on: CivilDate): number {
  return startOfDayAt(on) + MS_PER_DAY / 2
}
