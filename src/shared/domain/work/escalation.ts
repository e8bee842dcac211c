import { AppError } from '../branch/app-error.ts'
import { addDays, type CivilDate } from '../calendar/civil-date.ts'
import { isWorking, type WorkingCalendar } from '../calendar/working-days.ts'

/** The escalation levels of an overdue intent (F4): its owner, also the head, then high risk and due to be reassigned. */
export const RUNGS = ['owner', 'head', 'high-risk'] as const
export type EscalationLevel = (typeof RUNGS)[number]

export interface LadderSettings {
  escalateOwnerDays: number
  escalateHeadDays: number
  escalateRiskDays: number
}

/** For each rung the latest next date of an intent that stands on it or higher. */
export type Ladder = Readonly<Record<EscalationLevel, CivilDate>>

/** No branch is closed for a year: a roster without a working day is a mistake. */
const LONGEST_CLOSURE_DAYS = 366

/**
 * The ladder as it stands on a day (F4). Our own defaults are 3, 5 and 7 working days overdue. A day off moves nothing.
 * @throws AppError `calendar.no-working-day` when the roster leaves no working day behind it
 */
export function ladderOn(on: CivilDate, calendar: WorkingCalendar, settings: LadderSettings): Ladder {
  const reached = (days: number) => latestDueBefore(on, days, calendar)
  return {
    owner: reached(settings.escalateOwnerDays),
    head: reached(settings.escalateHeadDays),
    'high-risk': reached(settings.escalateRiskDays),
  }
}

/** The rung of an intent that was to be followed up by then; null while it has not been overdue for long. */
export function escalationLevelOf(nextOn: CivilDate, ladder: Ladder): EscalationLevel | null {
  return RUNGS.findLast((escalationLevel) => nextOn <= ladder[escalationLevel]) ?? null
}

/** The rungs up to this one, the lowest first: somebody who missed some is told of each. */
export function escalationLevelsUpTo(escalationLevel: EscalationLevel): readonly EscalationLevel[] {
  return RUNGS.slice(0, RUNGS.indexOf(escalationLevel) + 1)
}

/** Working days by which something is overdue: those after `nextOn`, up to and with `on`. */
export function workingDaysOverdue(nextOn: CivilDate, on: CivilDate, calendar: WorkingCalendar): number {
  let overdue = 0
  for (let day = on; day > nextOn; day = addDays(day, -1)) if (isWorking(calendar, day)) overdue += 1
  return overdue
}

/** The latest day after which `days` working days have passed by `on`. */
function latestDueBefore(on: CivilDate, days: number, calendar: WorkingCalendar): CivilDate {
  let left = days
  let day = on
  for (let closed = 0; closed <= LONGEST_CLOSURE_DAYS; day = addDays(day, -1)) {
    if (isWorking(calendar, day)) {
      left -= 1
      closed = 0
    } else closed += 1
    if (left === 0) return addDays(day, -1)
  }
  throw new AppError('calendar.no-working-day', { after: on })
}
