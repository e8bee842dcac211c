import { addDays, type CivilDate, civilDateAt } from '../calendar/civil-date.ts'

/** What a branch's day goes by. */
interface DayOfBranch {
  /** The day that a demo branch was founded for; null for a real branch. */
  readonly demoAsOf: CivilDate | null
  readonly foundedOn: CivilDate
}

/**
 * The day that the screens speak of. A real branch lives today, and so does a demo branch that was founded for the day
 * of its founding: its work falls due as time goes by. One that was founded for another day stays there, so that what it
 * shows can be foretold.
 * @param nowAt UTC milliseconds
 * @param daysAhead how far a test has gone from there
 */
export function branchDay(branch: DayOfBranch, nowAt: number, daysAhead: number): CivilDate {
  const { demoAsOf, foundedOn } = branch
  return demoAsOf === null || demoAsOf === foundedOn ? civilDateAt(nowAt) : addDays(demoAsOf, daysAhead)
}
