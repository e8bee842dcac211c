import { LunarYear } from 'tyme4ts'
import { addDays, type CivilDate, daysBetween, yearOf } from './civil-date.ts'

/*
 * The one door to the lunar calendar (T6). Its months come from tyme4ts; `Intl` is a day off for the whole first month of 2027
 * and on 417 days of 1901 to 2100 (ICU-23274, ICU-22230), and chinese-days 1.5.7 on 120 days, so neither is asked.
 */

/** A day of the lunar calendar (农历). */
export interface LunarDate extends LunarBirthday {
  /** The lunar year, which begins with the Spring Festival: 2026-02-16 is the last day of 2025. */
  readonly year: number
}

/** The day of a lunar year on which somebody was born. */
export interface LunarBirthday {
  /** 1 (正月) to 12 (腊月). */
  readonly month: number
  /** 1 (初一) to 30 (三十). */
  readonly day: number
  /** Whether it is the leap month (闰月) behind the month of that number. */
  readonly leap: boolean
}

/** Lunar years that the tables of observatories agree on. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

interface Month {
  readonly month: number
  readonly leap: boolean
  readonly firstOn: CivilDate
  /** 29 or 30. */
  readonly days: number
}

const MONTHS = new Map<number, readonly Month[]>()

/** Working out a year takes a millisecond or two, and a list of birthdays asks for the same few: each is kept. */
function monthsOf(year: number): readonly Month[] {
  const known = MONTHS.get(year) ?? readMonths(year)
  MONTHS.set(year, known)
  return known
}

function readMonths(year: number): readonly Month[] {
  if (year < FIRST_YEAR || year > LAST_YEAR) return []
  return LunarYear.fromYear(year)
    .getMonths()
    .map((month) => ({
      month: Math.abs(month.getMonthWithLeap()),
      leap: month.isLeap(),
      firstOn: civilDateOf(month.getFirstJulianDay().getSolarDay()),
      days: month.getDayCount(),
    }))
}

function civilDateOf(day: { getYear(): number; getMonth(): number; getDay(): number }): CivilDate {
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${day.getYear()}-${pad(day.getMonth())}-${pad(day.getDay())}`
}

/** The lunar date of a civil day; null outside the lunar years 1900 to 2100. */
export function lunarDateOf(on: CivilDate): LunarDate | null {
  const year = yearOf(on)
  // A civil year begins in the lunar year before it.
  for (const lunarYear of [year, year - 1]) {
    const month = monthsOf(lunarYear).findLast(({ firstOn }) => firstOn <= on)
    if (month === undefined) continue
    const day = daysBetween(month.firstOn, on) + 1
    return day > month.days ? null : { year: lunarYear, month: month.month, day, leap: month.leap }
  }
  return null
}

/**
 * The civil day on which a lunar birthday is kept in a lunar year. By custom, and our own default where it differs by region:
 * a birthday of a leap month is kept in that leap month where the year has it, else in the plain month of its number; one
 * of a plain month is kept in the plain month, which comes first; and a 30th on the 29th of a month that has no more days,
 * so that 腊月三十 stays the last day of the year and never becomes New Year's Day.
 * @returns null outside the lunar years 1900 to 2100
 */
export function civilDateOfBirthday(
  { month, day, leap }: LunarBirthday,
  lunarYear: number,
): CivilDate | null {
  const months = monthsOf(lunarYear).filter((each) => each.month === month)
  const kept = months.find((each) => each.leap === leap) ?? months[0]
  return kept === undefined ? null : addDays(kept.firstOn, Math.min(day, kept.days) - 1)
}

/**
 * The next day, from `from` on, on which a lunar birthday is kept. Some civil years have none of a birthday of 腊月, and
 * some have two.
 */
export function nextLunarBirthday(birthday: LunarBirthday, from: CivilDate): CivilDate | null {
  const year = yearOf(from)
  const days = [year - 1, year, year + 1].map((lunarYear) => civilDateOfBirthday(birthday, lunarYear))
  return days.find((on) => on !== null && on >= from) ?? null
}

const MONTH_NAMES = '正 二 三 四 五 六 七 八 九 十 冬 腊'.split(' ')
const TENS = ['初', '十', '廿', '三']
const DIGITS = '十一二三四五六七八九'

/** `闰六月初一`, as calendars print it. */
export function lunarText({ month, day, leap }: LunarBirthday): string {
  return `${leap ? '闰' : ''}${MONTH_NAMES[month - 1] ?? ''}月${dayName(day)}`
}

/** 初十, 二十 and 三十 end with the word for ten. */
function dayName(day: number): string {
  if (day === 20) return '二十'
  const ten = day % 10 === 0 ? day / 10 - 1 : Math.floor(day / 10)
  return day === 30 ? '三十' : `${TENS[ten] ?? ''}${DIGITS[day % 10] ?? ''}`
}
