import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekday } from '../../../src/shared/domain/calendar/civil-date.ts'
import {
  addWorkingDays,
  createWorkingCalendar,
  isWorking,
  LAST_OFFICIAL_YEAR,
  nextWorkingDay,
  parseHolidayNotice,
} from '../../../src/shared/domain/calendar/working-days.ts'
import { civilDate } from '../../support/domain/arbitraries.ts'

const HOLIDAY_FILES = resolve(import.meta.dirname, '../../../../shared/data/holidays')
const calendar = createWorkingCalendar()

const notice2027 = parseHolidayNotice({
  year: 2027,
  days: [
    { name: '元旦', date: '2026-12-31', isOffDay: true },
    { name: '元旦', date: '2027-01-01', isOffDay: true },
    { name: '春节', date: '2027-02-13', isOffDay: false },
  ],
})

describe('the official calendar', () => {
  it.skipIf(!existsSync(HOLIDAY_FILES))(
    'agrees with the second source on every day of 2015 to 2026 (skipped without the holiday files)',
    () => {
      const files = Array.from({ length: 13 }, (_, n) => readNotice(2015 + n))
      const listed = new Map(files.flatMap((file) => file.days.map((day) => [day.on, day] as const)))
      const differing: string[] = []
      let compared = 0
      for (let on = '2015-01-01'; on <= '2026-12-31'; on = addDays(on, 1)) {
        const day = listed.get(on)
        const expected = day ? !day.off : weekday(on) % 6 !== 0
        const verdict = calendar.verdict(on)
        if (verdict.working !== expected) differing.push(on)
        compared += 1
      }
      expect(compared).toBe(4383)
      expect(differing).toEqual([])
    },
  )

  it.skipIf(!existsSync(HOLIDAY_FILES))(
    'gives the same verdicts from an imported file as from its own tables (skipped without the holiday files)',
    () => {
      const imported = createWorkingCalendar({
        publishedThrough: 2023,
        notices: [readNotice(2024), readNotice(2025)],
      })
      for (let on = '2024-01-01'; on < '2025-12-28'; on = addDays(on, 1)) {
        const { working, kind, published } = calendar.verdict(on)
        expect(imported.verdict(on)).toMatchObject({ working, kind, published, source: 'notice' })
      }
    },
  )

  it('names the four kinds of day', () => {
    expect(calendar.verdict('2026-09-18')).toEqual({
      on: '2026-09-18',
      working: true,
      kind: 'workday',
      published: true,
      source: 'official',
    })
    expect(calendar.verdict('2026-09-19')).toMatchObject({ working: false, kind: 'weekend' })
    expect(calendar.verdict('2026-10-01')).toMatchObject({ working: false, kind: 'holiday', name: '国庆节' })
    expect(calendar.verdict('2026-09-20')).toMatchObject({ working: true, kind: 'makeup', name: '国庆节' })
  })

  it('never answers for a year that nobody published without saying so', () => {
    fc.assert(
      fc.property(civilDate, (on) => {
        const verdict = calendar.verdict(on)
        const year = Number(on.slice(0, 4))
        if (year > LAST_OFFICIAL_YEAR)
          expect(verdict).toMatchObject({ published: false, source: 'weekday-guess' })
        if (year < LAST_OFFICIAL_YEAR) expect(verdict.published).toBe(true)
      }),
    )
  })

  it('leaves the last days of the last published year open, because the next notice may move them', () => {
    expect(calendar.verdict(`${LAST_OFFICIAL_YEAR}-12-27`).published).toBe(true)
    expect(calendar.verdict(`${LAST_OFFICIAL_YEAR}-12-28`).published).toBe(false)
  })

  it('can be told to trust its tables only up to a year', () => {
    const cautious = createWorkingCalendar({ publishedThrough: 2024 })
    expect(cautious.verdict('2025-10-01')).toMatchObject({ working: true, published: false })
    expect(cautious.verdict('2024-10-01')).toMatchObject({ working: false, published: true })
  })
})

describe('an imported notice', () => {
  const noticed = createWorkingCalendar({ publishedThrough: 2026, notices: [notice2027] })

  it('publishes its year, make-up days and the December before it', () => {
    expect(noticed.verdict('2027-01-01')).toMatchObject({ working: false, kind: 'holiday', source: 'notice' })
    expect(noticed.verdict('2027-02-13')).toMatchObject({ working: true, kind: 'makeup', name: '春节' })
    expect(noticed.verdict('2026-12-31')).toMatchObject({ working: false, kind: 'holiday', name: '元旦' })
    expect(noticed.verdict('2026-12-30')).toMatchObject({ working: true, published: true })
    expect(noticed.verdict('2027-03-01')).toMatchObject({ working: true, published: true, source: 'notice' })
  })

  it('replaces the built-in table of its year as a whole', () => {
    const revised = createWorkingCalendar({
      notices: [{ year: 2026, days: [{ on: '2026-10-01', name: '国庆节', off: true }] }],
    })
    expect(revised.verdict('2026-10-02')).toMatchObject({ working: true, kind: 'workday', source: 'notice' })
  })

  it('with an empty list of days publishes nothing', () => {
    const empty = createWorkingCalendar({
      publishedThrough: 2026,
      notices: [parseHolidayNotice({ year: 2027, days: [] })],
    })
    expect(empty.verdict('2027-05-03')).toMatchObject({ published: false, source: 'weekday-guess' })
  })

  it.each([
    [null, 'calendar.notice-malformed'],
    [{ days: [] }, 'calendar.notice-malformed'],
    [{ year: '2027', days: [] }, 'calendar.notice-malformed'],
    [
      { year: 2027, days: [{ name: '元旦', date: '2027-02-29', isOffDay: true }] },
      'calendar.notice-malformed',
    ],
    [{ year: 2027, days: [{ name: '元旦', date: '2027-01-01' }] }, 'calendar.notice-malformed'],
    [
      { year: 2027, days: [{ name: '元旦', date: '2028-01-01', isOffDay: true }] },
      'calendar.notice-other-year',
    ],
    [
      { year: 2027, days: [{ name: '元旦', date: '2026-11-30', isOffDay: true }] },
      'calendar.notice-other-year',
    ],
    [
      {
        year: 2027,
        days: [
          { name: '元旦', date: '2027-01-01', isOffDay: true },
          { name: '元旦', date: '2027-01-01', isOffDay: false },
        ],
      },
      'calendar.notice-duplicate',
    ],
  ])('that is wrong is refused with its reason: %j', (json, code) => {
    expect(() => parseHolidayNotice(json)).toThrow(expect.objectContaining({ code }))
  })

  it('that is malformed says where', () => {
    expect(() =>
      parseHolidayNotice({ year: 2027, days: [{ name: '', date: '2027-01-01', isOffDay: true }] }),
    ).toThrow(expect.objectContaining({ detail: { where: 'days.0.name' } }))
  })
})

describe("a branch's own day", () => {
  const branch = createWorkingCalendar({
    overrides: [
      { on: '2026-11-28', working: true, reason: '周六营业' },
      { on: '2026-11-30', working: false, reason: '网点装修' },
      { on: '2026-10-01', working: true, reason: '节日值班' },
    ],
  })

  it('stands above the official calendar and gives its reason', () => {
    expect(branch.verdict('2026-11-28')).toMatchObject({ working: true, kind: 'makeup', name: '周六营业' })
    expect(branch.verdict('2026-11-30')).toMatchObject({ working: false, kind: 'holiday', source: 'branch' })
    expect(branch.verdict('2026-10-01')).toMatchObject({ working: true, kind: 'workday', source: 'branch' })
  })

  it('is refused to close the branch for good', () => {
    const closed = { verdict: (on: string) => ({ ...calendar.verdict(on), working: false }) }
    expect(() => nextWorkingDay(closed, '2026-11-22')).toThrow(
      expect.objectContaining({ code: 'calendar.no-working-day' }),
    )
  })
})

describe('counting working days', () => {
  it('passes the National Day week and takes the make-up days in', () => {
    expect(addWorkingDays(calendar, '2026-09-18', 2)).toBe('2026-09-21')
    expect(addWorkingDays(calendar, '2026-09-30', 1)).toBe('2026-10-08')
    expect(addWorkingDays(calendar, '2026-09-30', 3)).toBe('2026-10-10')
  })

  it('stays on a working day and leaves a free one', () => {
    expect(nextWorkingDay(calendar, '2026-11-20')).toBe('2026-11-20')
    expect(nextWorkingDay(calendar, '2026-11-21')).toBe('2026-11-23')
    expect(addWorkingDays(calendar, '2026-11-21', 0)).toBe('2026-11-23')
  })

  it('meets exactly the count of working days on its way', () => {
    fc.assert(
      fc.property(civilDate, fc.integer({ min: 1, max: 20 }), (from, count) => {
        const to = addWorkingDays(calendar, from, count)
        let met = 0
        for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isWorking(calendar, on)) met += 1
        expect(met).toBe(count)
        expect(isWorking(calendar, to)).toBe(true)
      }),
    )
  })
})

function readNotice(year: number) {
  return parseHolidayNotice(JSON.parse(readFileSync(`${HOLIDAY_FILES}/${year}.json`, 'utf8')))
}
