import chineseDays from 'chinese-days'
import { type CivilDate, yearOf } from './civil-date.ts'

/** The first year with a State Council notice in the library's tables. */
export const FIRST_OFFICIAL_YEAR = 2004

/** A day that a notice of the State Council takes out of the plain Monday–Friday week. */
export interface OfficialDay {
  off: boolean
  /** The holiday's Chinese name. */
  name: string
}

/**
 * What the official notices say about a day; `null` for a plain day.
 * The library packs a listed day as "English,中文,n" and answers any other day with its weekday's name.
 */
export function officialDay(on: CivilDate): OfficialDay | null {
  const detail = chineseDays.getDayDetail(on)
  const name = detail.name.split(',')[1]
  return name === undefined ? null : { off: !detail.work, name }
}

/**
 * Whether the library really holds a year. It gives an answer for any year, but New Year's Day
 * has been a holiday in every notice, so a year whose 1 January is a plain day is one it does not know.
 */
function hasOfficialYear(year: number): boolean {
  return year >= FIRST_OFFICIAL_YEAR && officialDay(`${year}-01-01`) !== null
}

/** The last year whose notice the library holds. */
export const LAST_OFFICIAL_YEAR = lastOfficialYear()

function lastOfficialYear(): number {
  let year = FIRST_OFFICIAL_YEAR
  while (hasOfficialYear(year + 1)) year += 1
  return year
}

/**
 * From this day on a December belongs to the next year's notice: New Year's holidays and their make-up days have
 * begun as early as 29 December (2007, 2018). One day is left in hand.
 */
const NEXT_YEARS_NOTICE_FROM = '12-28'

/** The year whose notice rules over a day. */
export function noticeYearOf(on: CivilDate): number {
  return on.slice(5) >= NEXT_YEARS_NOTICE_FROM ? yearOf(on) + 1 : yearOf(on)
}
