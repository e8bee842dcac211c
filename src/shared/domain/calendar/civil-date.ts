import { AppError } from '../branch/app-error.ts'

/** A day on the wall calendar in Asia/Shanghai, `YYYY-MM-DD`. Sorts by date as text. */
export type CivilDate = string

export const MS_PER_DAY = 86_400_000

/** China has kept UTC+8 without daylight saving since September 1991, long before any record this product reads. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/
/** Every month has as many days. */
const SHORTEST_MONTH = 28
const MONTHS = 12

/** True for a day that exists: `2024-02-29` yes, `2023-02-29` no. */
export function isCivilDate(text: string): text is CivilDate {
  if (!CIVIL_DATE.test(text)) return false
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  if (month < 1 || month > MONTHS || day < 1) return false
  return day <= SHORTEST_MONTH || day <= daysInMonth(Number(text.slice(0, 4)), month)
}

/** The day `days` later (earlier when negative). */
export function addDays(on: CivilDate, days: number): CivilDate {
  return textOf(midnightOf(on) + days * MS_PER_DAY)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (midnightOf(to) - midnightOf(from)) / MS_PER_DAY
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(on: CivilDate): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return new Date(midnightOf(on)).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6
}

/** Monday to Friday, whatever the holiday calendar says. */
export function isMondayToFriday(on: CivilDate): boolean {
  const day = weekday(on)
  return day >= 1 && day <= 5
}

/**
 * The day it is in Shanghai at an instant.
 * @param atMs UTC milliseconds
 */
export function civilDateAt(atMs: number): CivilDate {
  return textOf(atMs + SHANGHAI_OFFSET_MS)
}

/** The UTC instant (ms) at which a Shanghai day begins: the inverse of `civilDateAt` at midnight. */
export function startOfDayAt(on: CivilDate): number {
  return midnightOf(on) - SHANGHAI_OFFSET_MS
}

export function yearOf(on: CivilDate): number {
  return Number(on.slice(0, 4))
}

/** `YYYY-MM`. */
export function monthOf(on: CivilDate): string {
  return on.slice(0, 7)
}

/** The same day `months` later, held back to the month's last day: 31 January + 1 = 28 or 29 February. */
export function addMonths(on: CivilDate, months: number): CivilDate {
  const index = yearOf(on) * 12 + Number(on.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  const day = Math.min(Number(on.slice(8)), daysInMonth(year, month))
  return textOf(utcMidnight(year, month, day))
}

export function endOfMonth(on: CivilDate): CivilDate {
  return `${monthOf(on)}-${String(daysInMonth(yearOf(on), Number(on.slice(5, 7)))).padStart(2, '0')}`
}

/** Completed years of life (周岁). Someone born on 29 February completes a common year on 1 March. */
export function ageOn(birthOn: CivilDate, on: CivilDate): number {
  const years = yearOf(on) - yearOf(birthOn)
  return on.slice(5) < birthOn.slice(5) ? years - 1 : years
}

/** The only day that some years do not have. */
const LEAP_DAY = '-02-29'

/**
 * Days until the next birthday, 0 on the day itself. A 29 February birthday is kept on the 28th in common years,
 * so that a greeting is never late.
 */
export function daysToBirthday(birthOn: CivilDate, on: CivilDate): number {
  const thisYear = birthdayIn(yearOf(on), birthOn)
  const next = thisYear >= on ? thisYear : birthdayIn(yearOf(on) + 1, birthOn)
  return daysBetween(on, next)
}

function birthdayIn(year: number, birthOn: CivilDate): CivilDate {
  if (!birthOn.endsWith(LEAP_DAY)) return `${String(year).padStart(4, '0')}${birthOn.slice(4)}`
  return addMonths(birthOn, (year - yearOf(birthOn)) * 12)
}

const ZERO = 48

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO
}

function daysInMonth(year: number, month: number): number {
  return new Date(utcMidnight(year, month + 1, 0)).getUTCDate()
}

function midnightOf(on: CivilDate): number {
  const at = utcMidnight(Number(on.slice(0, 4)), Number(on.slice(5, 7)), Number(on.slice(8)))
  if (Number.isNaN(at)) throw new AppError('date.invalid')
  return at
}

/** `Date.UTC` reads years below 100 as 19xx; `setUTCFullYear` does not. */
function utcMidnight(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

const TWO_DIGITS = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))
const LAST_YEAR = 9999

/** Four times as quick as `toISOString`, and a due date asks for a hundred days. */
function textOf(atMs: number): CivilDate {
  const date = new Date(atMs)
  const year = date.getUTCFullYear()
  if (!(year >= 0 && year <= LAST_YEAR)) throw new AppError('date.invalid')
  const month = TWO_DIGITS[date.getUTCMonth() + 1]
  return `${TWO_DIGITS[Math.trunc(year / 100)]}${TWO_DIGITS[year % 100]}-${month}-${TWO_DIGITS[date.getUTCDate()]}`
}
