import { type CivilDate, yearOf } from '../calendar/civil-date.ts'

/** Nobody in China is known to have lived longer (121 years would be the country's record). */
const LONGEST_LIFE_YEARS = 120

/**
 * Whether nobody alive can have been born on a day: it is still to come, or more than 120 years ago. Such days are fillers
 * and slipped centuries.
 * @param todayOn the branch's day
 */
export function isUnlikelyBirth(birthOn: CivilDate, todayOn: CivilDate): boolean {
  if (birthOn > todayOn) return true
  const oldest = `${String(yearOf(todayOn) - LONGEST_LIFE_YEARS).padStart(4, '0')}${todayOn.slice(4)}`
  return birthOn < oldest
}
