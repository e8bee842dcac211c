import {
  addDays,
  addMonths,
  type CivilDate,
  endOfMonth,
  monthOf,
} from '../../../shared/domain/calendar/civil-date.ts'

/** What `…90d` means in the facts. */
const RECENT_DAYS = 90
/** This month and the eleven before it. */
const MONTHS_KEPT = 12

/** The stretches of time that facts look at, all up to and including `asOf`. */
export interface FactWindows {
  readonly asOf: CivilDate
  /** The first day of the 90. */
  readonly recentFrom: CivilDate
  /** The first day of the first month that is rolled up. */
  readonly monthsFrom: CivilDate
  readonly currentMonth: string
  /** Day of the month of `asOf`: the number of days the month's average covers. */
  readonly dayOfMonth: number
  /** `YYYY-MM`, oldest first; the last is the current month. */
  readonly months: readonly string[]
  /** The last day of each month. */
  readonly monthEnds: readonly CivilDate[]
}

export function windowsFor(asOf: CivilDate): FactWindows {
  const firsts = Array.from({ length: MONTHS_KEPT }, (_, index) => {
    const monthStart = `${monthOf(asOf)}-01`
    return addMonths(monthStart, index + 1 - MONTHS_KEPT)
  })
  return {
    asOf,
    recentFrom: addDays(asOf, 1 - RECENT_DAYS),
    monthsFrom: firsts[0] ?? asOf,
    currentMonth: monthOf(asOf),
    dayOfMonth: Number(asOf.slice(8)),
    months: firsts.map(monthOf),
    monthEnds: firsts.map(endOfMonth),
  }
}

const ZERO = 48

/**
 * Place of a day's month in `windows.months`; negative before the window. Reads the digits where they stand, because
 * it runs once a transaction.
 */
export function monthIndex(windows: FactWindows, on: CivilDate): number {
  return windows.months.length - 1 - (monthNumber(windows.asOf) - monthNumber(on))
}

function monthNumber(on: CivilDate): number {
  const digit = (place: number) => on.charCodeAt(place) - ZERO
  return (digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)) * 12 + digit(5) * 10 + digit(6)
}
