import { z } from 'zod'
import { AppError } from '../branch/app-error.ts'
import { type CivilDate, isCivilDate, yearOf } from './civil-date.ts'

/** One year's official holiday notice, as a branch imports it before the product's own tables know the year. */
export interface YearNotice {
  year: number
  /** Days that differ from the plain week; empty means that the year is not published yet. */
  days: NoticeDay[]
}

export interface NoticeDay {
  on: CivilDate
  name: string
  off: boolean
}

/** The longest so far is the anniversary day of 2015, with 22 characters. */
const LONGEST_NAME = 60

const noticeFile = z.object({
  year: z.int().min(2000).max(2999),
  days: z.array(
    z.object({
      name: z.string().trim().min(1).max(LONGEST_NAME),
      date: z.string().refine(isCivilDate),
      isOffDay: z.boolean(),
    }),
  ),
})

/**
 * Reads a holiday file of the usual shape `{year, days: [{name, date, isOffDay}]}`; other members are ignored.
 * @throws AppError `calendar.notice-malformed` (where: the first wrong member), `calendar.notice-other-year` (a day that
 * the year's notice cannot rule over), `calendar.notice-duplicate` (the same day twice)
 */
export function parseHolidayNotice(json: unknown): YearNotice {
  const file = noticeFile.safeParse(json)
  if (!file.success) {
    const where = file.error.issues[0]?.path.join('.') || 'file'
    throw new AppError('calendar.notice-malformed', { where })
  }
  const { year, days } = file.data
  const seen = new Set<CivilDate>()
  for (const { date } of days) {
    if (!belongsTo(year, date)) throw new AppError('calendar.notice-other-year', { year, on: date })
    if (seen.has(date)) throw new AppError('calendar.notice-duplicate', { on: date })
    seen.add(date)
  }
  return { year, days: days.map(({ date, name, isOffDay }) => ({ on: date, name, off: isOffDay })) }
}

/** A notice speaks about its own year and, around New Year, about the December before it. */
function belongsTo(year: number, on: CivilDate): boolean {
  return yearOf(on) === year || on.startsWith(`${year - 1}-12-`)
}
