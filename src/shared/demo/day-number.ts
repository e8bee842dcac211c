import type { CivilDate } from '../domain/civil-date.ts'

/**
 * Civil dates as whole days since 1970-01-01. The generator moves millions of dates about; adding to a number is what
 * makes that cheap. Conversions follow Howard Hinnant's `days_from_civil` (proleptic Gregorian).
 */
export type DayNumber = number

export interface CivilParts {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

export const DAYS_PER_YEAR = 365.2425

/** @param on a valid civil date; a RangeError otherwise */
export function dayNumberOf(on: CivilDate): DayNumber {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(on)
  if (!match) throw new RangeError('not a civil date')
  const day = dayNumber({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
  if (civilDateOf(day) !== on) throw new RangeError('no such day in the calendar')
  return day
}

export function dayNumber({ year, month, day }: CivilParts): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

export function partsOf(number: DayNumber): CivilParts {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

export function civilDateOf(number: DayNumber): CivilDate {
  const { year, month, day } = partsOf(number)
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

/** Same day of the month `months` later (earlier if negative); the month's last day where there is no such day. */
export function plusMonths(number: DayNumber, months: number): DayNumber {
  const { year, month, day } = partsOf(number)
  const ordinal = year * 12 + (month - 1) + months
  const first = { year: Math.floor(ordinal / 12), month: (((ordinal % 12) + 12) % 12) + 1, day: 1 }
  const next = first.month === 12 ? { year: first.year + 1, month: 1, day: 1 } : { ...first, month: first.month + 1 }
  const length = dayNumber(next) - dayNumber(first)
  return dayNumber({ ...first, day: Math.min(day, length) })
}

/** 0 = Sunday to 6 = Saturday; 1970-01-01 was a Thursday. */
export function weekdayOf(number: DayNumber): number {
  return (((number + 4) % 7) + 7) % 7
}

/** Full years lived at the end of `on`. */
export function ageAt(birth: DayNumber, on: DayNumber): number {
  const born = partsOf(birth)
  const now = partsOf(on)
  const hadBirthday = now.month > born.month || (now.month === born.month && now.day >= born.day)
  return now.year - born.year - (hadBirthday ? 0 : 1)
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}
