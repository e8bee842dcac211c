import { addDays, addMonths, type CivilDate, monthOf } from '../domain/calendar/civil-date.ts'
import { createWorkingCalendar, type WorkingCalendar } from '../domain/calendar/working-days.ts'
import { civilDateOf, type DayNumber, dayNumberOf } from './day-number.ts'
import { type Weighted, weighted } from './random.ts'

/** The twelve months up to the as-of day in which a demo branch does its business. */
export interface BranchYear {
  readonly first: DayNumber
  /** The as-of day, the last of the year. */
  readonly today: DayNumber
  /** The civil date of a day of this year. */
  on(day: DayNumber): CivilDate
  /** Days as shoppers choose them: weekends are busier, public holidays busiest. */
  readonly shoppingDays: Weighted<DayNumber>
  /** Days on which the counter is open: working days, and some weekends. */
  readonly counterDays: Weighted<DayNumber>
  /** That day of every month of the year, moved back to a working day, as payroll offices do. */
  payDays(dayOfMonth: number): readonly DayNumber[]
  /** That day of every month, whatever day it is. */
  monthDays(dayOfMonth: number): readonly DayNumber[]
}

const MONTHS = 12
const SHOPPING_WEIGHT = { workday: 1, makeup: 1, weekend: 1.5, holiday: 2 } as const
const COUNTER_WEIGHT = { workday: 1, makeup: 1, weekend: 0.25, holiday: 0.02 } as const

export function createBranchYear(asOf: CivilDate): BranchYear {
  const calendar = createWorkingCalendar()
  const firstOn = addDays(addMonths(asOf, -MONTHS), 1)
  const first = dayNumberOf(firstOn)
  const today = dayNumberOf(asOf)
  const dates: CivilDate[] = []
  for (let day = first; day <= today; day++) dates.push(civilDateOf(day))

  const kinds = dates.map((on, place) => [first + place, calendar.verdict(on).kind] as const)
  const monthDays = memoised((dayOfMonth) => daysOfMonths(firstOn, asOf, dayOfMonth))
  return {
    first,
    today,
    on(day) {
      const on = dates[day - first]
      if (on === undefined) throw new RangeError(`day ${day} lies outside the branch's year`)
      return on
    },
    shoppingDays: weighted(kinds.map(([day, kind]) => [day, SHOPPING_WEIGHT[kind]])),
    counterDays: weighted(kinds.map(([day, kind]) => [day, COUNTER_WEIGHT[kind]])),
    monthDays,
    payDays: memoised((dayOfMonth) =>
      monthDays(dayOfMonth)
        .map((day) => dayNumberOf(workingDayUpTo(calendar, civilDateOf(day))))
        .filter((day) => day >= first),
    ),
  }
}

/** @param dayOfMonth 1 to 28, so that every month has it */
function daysOfMonths(firstOn: CivilDate, lastOn: CivilDate, dayOfMonth: number): DayNumber[] {
  const days: DayNumber[] = []
  for (let month = 0; month <= MONTHS; month++) {
    const on = `${monthOf(addMonths(firstOn, month))}-${String(dayOfMonth).padStart(2, '0')}`
    if (on >= firstOn && on <= lastOn) days.push(dayNumberOf(on))
  }
  return days
}

function workingDayUpTo(calendar: WorkingCalendar, on: CivilDate): CivilDate {
  let day = on
  while (!calendar.verdict(day).working) day = addDays(day, -1)
  return day
}

function memoised<T>(compute: (dayOfMonth: number) => T): (dayOfMonth: number) => T {
  const known = new Map<number, T>()
  return (dayOfMonth) => {
    const answer = known.get(dayOfMonth) ?? compute(dayOfMonth)
    known.set(dayOfMonth, answer)
    return answer
  }
}

/** What all customers of a branch have in common. */
export interface BranchFrame {
  readonly seed: number
  readonly today: DayNumber
  readonly year: BranchYear
  readonly transactionsPerCustomer: number
}
