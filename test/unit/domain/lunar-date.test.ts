import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, daysBetween } from '../../../src/shared/domain/calendar/civil-date.ts'
import {
  civilDateOfBirthday,
  type LunarBirthday,
  lunarDateOf,
  lunarText,
  nextLunarBirthday,
} from '../../../src/shared/domain/calendar/lunar-date.ts'

const textOf = (on: CivilDate) => {
  const lunar = lunarDateOf(on)
  return lunar === null ? null : `${lunar.year} ${lunarText(lunar)}`
}

const plain = (month: number, day: number): LunarBirthday => ({ month, day, leap: false })

/** Spring Festivals as published by the Hong Kong Observatory (Gregorian-Lunar Calendar Conversion Table). */
const SPRING_FESTIVALS = `
  1949-01-29 1950-02-17 1985-02-20 1986-02-09 1987-01-29 1988-02-17 1989-02-06 1990-01-27 1991-02-15 1992-02-04 1993-01-23
  1994-02-10 1995-01-31 1996-02-19 1997-02-07 1998-01-28 1999-02-16 2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22
  2005-02-09 2006-01-29 2007-02-18 2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19
  2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17
  2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08`
  .trim()
  .split(/\s+/)

/** Leap months of the same table, `year-month`. */
const LEAP_MONTHS =
  '1984-10 1987-6 1990-5 1993-3 1995-8 1998-5 2001-4 2004-2 2006-7 2009-5 2012-4 2014-9 2017-6 2020-4 2023-2 2025-6 2028-5 2031-3 2033-11'.split(
    ' ',
  )

describe('the lunar date of a day', () => {
  it('is New Year on every Spring Festival, and the last of the twelfth month on the day before', () => {
    for (const on of SPRING_FESTIVALS) {
      expect(textOf(on), on).toBe(`${on.slice(0, 4)} 正月初一`)
      const eve = lunarDateOf(addDays(on, -1))
      expect(eve).toMatchObject({ year: Number(on.slice(0, 4)) - 1, month: 12, leap: false })
      expect([29, 30]).toContain(eve?.day)
    }
  })

  it.each([
    // New moon at 15:56 UTC, four minutes before midnight in Beijing: Intl has 腊月三十.
    ['2027-02-06', '2027 正月初一'],
    ['2027-03-07', '2027 正月三十'],
    ['2027-03-08', '2027 二月初一'],
    // Intl has the leap month behind the seventh.
    ['1987-07-25', '1987 六月三十'],
    ['1987-07-26', '1987 闰六月初一'],
    ['1987-08-24', '1987 七月初一'],
    ['1987-10-07', '1987 八月十五'],
    // New moon at 16:15 UTC, a quarter of an hour after midnight in Beijing: chinese-days has 六月初一.
    ['1996-07-15', '1996 五月三十'],
    ['1996-07-16', '1996 六月初一'],
    ['1996-09-27', '1996 八月十五'],
    // The leap month that almanacs argued about.
    ['2033-08-25', '2033 八月初一'],
    ['2033-09-08', '2033 八月十五'],
    ['2033-12-22', '2033 闰冬月初一'],
    ['2034-01-20', '2033 腊月初一'],
    // Dragon Boat, Mid-Autumn and Double Ninth of the State Council's notices.
    ['2024-06-10', '2024 五月初五'],
    ['2024-09-17', '2024 八月十五'],
    ['2025-05-31', '2025 五月初五'],
    ['2025-07-25', '2025 闰六月初一'],
    ['2025-10-06', '2025 八月十五'],
    ['2026-06-19', '2026 五月初五'],
    ['2026-09-25', '2026 八月十五'],
    ['2027-09-15', '2027 八月十五'],
    ['2025-02-07', '2025 正月初十'],
    ['2025-02-17', '2025 正月二十'],
    ['2025-02-18', '2025 正月廿一'],
  ])('of %s is %s', (on, text) => {
    expect(textOf(on)).toBe(text)
  })

  it('has the leap months that are published, and no other', () => {
    const found = new Set<string>()
    for (let on = '1984-03-01'; on < '2034-02-19'; on = addDays(on, 1)) {
      const lunar = lunarDateOf(on)
      if (lunar?.leap === true) found.add(`${lunar.year}-${lunar.month}`)
    }
    expect([...found]).toEqual(LEAP_MONTHS)
  })

  it('agrees with ICU on every day of 1901 to 2100 but in the stretches where ICU is known to be wrong', () => {
    /** Lunar years of ICU-23274 and ICU-22230, in which a new moon falls within minutes of Beijing's midnight. */
    const doubted = [1917, 1922, 1954, 1955, 1987, 1998, 2012, 2018, 2026, 2027, 2029, 2030, 2069, 2070]
    const icu = new Intl.DateTimeFormat('en-u-ca-chinese', { dateStyle: 'short', timeZone: 'UTC' })
    const differing = new Set<number>()
    // A month that is off is off on all its days: every fifth is asked.
    for (let on = '1901-02-19'; on < '2100-02-09'; on = addDays(on, 5)) {
      const lunar = lunarDateOf(on)
      const parts = Object.fromEntries(
        icu.formatToParts(new Date(on)).map(({ type, value }) => [type, value]),
      )
      const other = `${parts.relatedYear} ${parts.month} ${parts.day}`
      if (other !== `${lunar?.year} ${lunar?.month}${lunar?.leap === true ? 'bis' : ''} ${lunar?.day}`)
        differing.add(lunar?.year ?? 0)
    }
    for (const year of differing) expect(doubted).toContain(year)
  }, 60_000)

  it('goes on by a day a day: months have 29 or 30 days, and none is left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: daysBetween('1901-02-19', '2100-01-01') }), (days) => {
        const on = addDays('1901-02-19', days)
        const today = lunarDateOf(on)
        const next = lunarDateOf(addDays(on, 1))
        if (today === null || next === null) throw new Error('within the years of the tables')
        if (next.day !== 1) expect(next).toEqual({ ...today, day: today.day + 1 })
        else expect([29, 30]).toContain(today.day)
      }),
    )
  })

  it('is unknown outside the years of the tables', () => {
    expect(lunarDateOf('1899-12-31')).toBeNull()
    expect(lunarDateOf('2101-02-01')).toBeNull()
    expect(civilDateOfBirthday(plain(1, 1), 2101)).toBeNull()
  })
})

describe('T6: a lunar birthday', () => {
  it('is kept on its day', () => {
    expect(civilDateOfBirthday(plain(1, 1), 2027)).toBe('2027-02-06')
    expect(civilDateOfBirthday(plain(8, 15), 2026)).toBe('2026-09-25')
  })

  it('of a leap month is kept in the plain month of its number, unless the year has that leap month', () => {
    const born = { month: 6, day: 15, leap: true }
    // 六月初一 was 2025-06-25, 闰六月初一 2025-07-25; 六月初一 of 2026 is 2026-07-14.
    expect(civilDateOfBirthday(born, 2025)).toBe('2025-08-08')
    expect(civilDateOfBirthday(born, 2026)).toBe('2026-07-28')
  })

  it('of a plain month is kept in the plain month of a year that has the leap one as well', () => {
    expect(civilDateOfBirthday(plain(6, 15), 2025)).toBe('2025-07-09')
  })

  it('on the 30th is kept on the 29th of a month with no more days: the eve of New Year stays the eve', () => {
    // The twelfth month of 2025 and of 2026 have 29 days: New Year is on 2026-02-17 and 2027-02-06.
    expect(civilDateOfBirthday(plain(12, 30), 2025)).toBe('2026-02-16')
    expect(civilDateOfBirthday(plain(12, 30), 2026)).toBe('2027-02-05')
    expect(civilDateOfBirthday(plain(12, 30), 2023)).toBe('2024-02-09')
  })

  it('comes next within a year and a month, on the same lunar day or held back to the month’s last', () => {
    expect(nextLunarBirthday(plain(1, 1), '2026-11-30')).toBe('2027-02-06')
    expect(nextLunarBirthday(plain(12, 8), '2026-01-01')).toBe('2026-01-26')
    expect(nextLunarBirthday(plain(12, 8), '2026-01-27')).toBe('2027-01-15')
    const birthday = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 30 }),
      leap: fc.boolean(),
    })
    fc.assert(
      fc.property(birthday, fc.integer({ min: 0, max: 40_000 }), (born, days) => {
        const from = addDays('1950-01-01', days)
        const next = nextLunarBirthday(born, from)
        if (next === null) throw new Error('within the years of the tables')
        expect(daysBetween(from, next)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(from, next)).toBeLessThanOrEqual(414)
        expect(lunarDateOf(next)).toMatchObject({ month: born.month })
        expect([born.day, 29]).toContain(lunarDateOf(next)?.day)
      }),
    )
  })
})
