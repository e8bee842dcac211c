import { AppError } from '../branch/app-error.ts'
import { addDays, type CivilDate, isMondayToFriday, yearOf } from './civil-date.ts'
import type { YearNotice } from './holiday-notice.ts'
import { FIRST_OFFICIAL_YEAR, LAST_OFFICIAL_YEAR, noticeYearOf, officialDay } from './official-holidays.ts'

export { parseHolidayNotice, type YearNotice } from './holiday-notice.ts'
export { FIRST_OFFICIAL_YEAR, LAST_OFFICIAL_YEAR } from './official-holidays.ts'

/** 工作日, 周末, 节假日, 调休上班日. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup'

export interface DayVerdict {
  readonly on: CivilDate
  readonly working: boolean
  readonly kind: DayKind
  /** The holiday's Chinese name, or the branch's reason. */
  readonly name?: string
  /** False (待公布) when a notice that could still change this day is not out (F3). */
  readonly published: boolean
  readonly source: 'official' | 'notice' | 'branch' | 'weekday-guess'
}

/** A branch's own roster for one day; stands above every notice. */
export interface DayOverride {
  on: CivilDate
  working: boolean
  reason: string
}

export interface WorkingCalendar {
  verdict(on: CivilDate): DayVerdict
}

export interface CalendarSources {
  /** Trust the built-in tables up to this year only; by default as far as they reach. */
  publishedThrough?: number
  /** Imported notices; for the days they rule over they replace the built-in tables. */
  notices?: readonly YearNotice[]
  overrides?: readonly DayOverride[]
}

/** By mid-December the coming year's notice has long been out: those of the last years came in October and November. */
const NOTICE_WANTED_FROM = '12-15'

/**
 * The year whose notice the branch should import by now (F3): this year's, or from mid-December on the next one's, where
 * its days are still guesses.
 * @returns null while nothing is missing
 */
export function missingNoticeYear(calendar: WorkingCalendar, todayOn: CivilDate): number | null {
  const year = yearOf(todayOn)
  const wanted = todayOn.slice(5) >= NOTICE_WANTED_FROM ? [year, year + 1] : [year]
  return wanted.find((each) => wantsNotice(calendar, each)) ?? null
}

/** A day of every month: the branch's own days may stand on some. */
function wantsNotice(calendar: WorkingCalendar, year: number): boolean {
  return MONTHS.some((month) => calendar.verdict(`${year}-${month}-03`).source === 'weekday-guess')
}

const MONTHS = '01 02 03 04 05 06 07 08 09 10 11 12'.split(' ')

/** No official holiday reaches two weeks; a calendar closed for a year is a mistake in the roster. */
const LONGEST_CLOSURE_DAYS = 366

/**
 * The official calendar with make-up days, imported notices and branch days laid over it (F3).
 * A year nobody has published is counted Monday to Friday and says so. A day is judged once: a work list asks for the
 * same few weeks thousands of times.
 */
export function createWorkingCalendar(sources: CalendarSources = {}): WorkingCalendar {
  const lastBuiltIn = Math.min(sources.publishedThrough ?? LAST_OFFICIAL_YEAR, LAST_OFFICIAL_YEAR)
  const notices = (sources.notices ?? []).filter((notice) => notice.days.length > 0)
  const noticeYears = new Set(notices.map((notice) => notice.year))
  const noticeDays = new Map(notices.flatMap((notice) => notice.days.map((day) => [day.on, day] as const)))
  const overrides = new Map((sources.overrides ?? []).map((day) => [day.on, day] as const))

  const judge = (on: CivilDate): DayVerdict => {
    const override = overrides.get(on)
    if (override) return named(on, override.working, override.reason, 'branch')
    const noticed = noticeDays.get(on)
    if (noticed) return named(on, !noticed.off, noticed.name, 'notice')
    const year = noticeYearOf(on)
    if (noticeYears.has(year)) return plain(on, 'notice')
    if (year > lastBuiltIn || year < FIRST_OFFICIAL_YEAR) return plain(on, 'weekday-guess')
    const official = officialDay(on)
    return official ? named(on, !official.off, official.name, 'official') : plain(on, 'official')
  }
  const judged = new Map<CivilDate, DayVerdict>()
  const verdict = (on: CivilDate): DayVerdict => {
    const known = judged.get(on) ?? judge(on)
    judged.set(on, known)
    return known
  }
  return { verdict }
}

export function isWorking(calendar: WorkingCalendar, on: CivilDate): boolean {
  return calendar.verdict(on).working
}

/**
 * The first working day from `on` on; `on` itself when the branch works.
 * @throws AppError `calendar.no-working-day` when the roster leaves none within a year
 */
export function nextWorkingDay(calendar: WorkingCalendar, on: CivilDate): CivilDate {
  for (let ahead = 0; ahead <= LONGEST_CLOSURE_DAYS; ahead += 1) {
    const candidate = addDays(on, ahead)
    if (isWorking(calendar, candidate)) return candidate
  }
  throw new AppError('calendar.no-working-day', { after: on })
}

/**
 * The last working day up to `on`; `on` itself when the branch works.
 * @throws AppError `calendar.no-working-day` when the roster leaves none within a year
 */
export function lastWorkingDay(calendar: WorkingCalendar, on: CivilDate): CivilDate {
  for (let back = 0; back <= LONGEST_CLOSURE_DAYS; back += 1) {
    const candidate = addDays(on, -back)
    if (isWorking(calendar, candidate)) return candidate
  }
  throw new AppError('calendar.no-working-day', { after: addDays(on, -LONGEST_CLOSURE_DAYS) })
}

/**
 * The `count`-th working day after `from`; `from` itself is never counted, whether worked or not.
 * @param count zero or more; zero gives the first working day from `from` on
 */
export function addWorkingDays(calendar: WorkingCalendar, from: CivilDate, count: number): CivilDate {
  if (count === 0) return nextWorkingDay(calendar, from)
  let on = from
  for (let left = count; left > 0; left -= 1) on = nextWorkingDay(calendar, addDays(on, 1))
  return on
}

/** A day that a notice or the branch names. */
function named(on: CivilDate, working: boolean, name: string, source: DayVerdict['source']): DayVerdict {
  const weekdayKind: DayKind = working ? 'workday' : 'holiday'
  const weekendKind: DayKind = working ? 'makeup' : 'holiday'
  const kind = isMondayToFriday(on) ? weekdayKind : weekendKind
  return { on, working, kind, name, published: true, source }
}

/** A day of the plain week. */
function plain(on: CivilDate, source: DayVerdict['source']): DayVerdict {
  const working = isMondayToFriday(on)
  const kind: DayKind = working ? 'workday' : 'weekend'
  return { on, working, kind, published: source !== 'weekday-guess', source }
}
