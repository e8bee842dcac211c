import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import {
  addDays,
  addMonths,
  ageOn,
  civilDateAt,
  daysBetween,
  daysToBirthday,
  endOfMonth,
  isCivilDate,
  startOfDayAt,
  weekday,
} from '../../../src/shared/domain/calendar/civil-date.ts'
import { civilDate } from '../../support/domain/arbitraries.ts'

describe('a civil date', () => {
  it.each(['2024-02-29', '2000-02-29', '1949-10-01', '0099-01-31'])('exists: %s', (text) => {
    expect(isCivilDate(text)).toBe(true)
  })

  it.each(['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-1-1', '20240101', ''])(
    'does not exist: %s',
    (text) => {
      expect(isCivilDate(text)).toBe(false)
    },
  )

  it('turns over at midnight in Shanghai, eight hours before UTC', () => {
    expect(civilDateAt(Date.UTC(2026, 10, 21, 15, 59, 59, 999))).toBe('2026-11-21')
    expect(civilDateAt(Date.UTC(2026, 10, 21, 16))).toBe('2026-11-22')
  })

  it('begins at the instant that is its own first', () => {
    fc.assert(
      fc.property(civilDate, (on) => {
        expect(civilDateAt(startOfDayAt(on))).toBe(on)
        expect(civilDateAt(startOfDayAt(on) - 1)).toBe(addDays(on, -1))
      }),
    )
  })

  it('is as many days away as were added', () => {
    fc.assert(
      fc.property(civilDate, fc.integer({ min: -4000, max: 4000 }), (on, days) => {
        expect(daysBetween(on, addDays(on, days))).toBe(days)
      }),
    )
  })

  it('knows its weekday', () => {
    expect(weekday('2026-11-22')).toBe(0)
    expect(weekday('2026-11-28')).toBe(6)
  })

  it('keeps to the end of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-03-31', -4)).toBe('2025-11-30')
    expect(endOfMonth('2024-02-10')).toBe('2024-02-29')
    expect(endOfMonth('2026-12-01')).toBe('2026-12-31')
  })

  it('is refused without being repeated when it is no date, because it may be a birthday', () => {
    expect(() => addDays('soon', 1)).toThrow(AppError)
    expect(() => addDays('soon', 1)).toThrow('date.invalid')
  })
})

describe('an age', () => {
  it('is completed on the birthday, not before', () => {
    expect(ageOn('2012-11-23', '2026-11-22')).toBe(13)
    expect(ageOn('2012-11-22', '2026-11-22')).toBe(14)
  })

  it('of someone born on 29 February is completed on 1 March of a common year', () => {
    expect(ageOn('2012-02-29', '2026-02-28')).toBe(13)
    expect(ageOn('2012-02-29', '2026-03-01')).toBe(14)
  })
})

describe('the days to a birthday', () => {
  it('are none on the day and a year less one on the day after', () => {
    expect(daysToBirthday('1980-11-22', '2026-11-22')).toBe(0)
    expect(daysToBirthday('1980-11-21', '2026-11-22')).toBe(364)
  })

  it('reach over the turn of the year', () => {
    expect(daysToBirthday('1980-01-02', '2026-12-30')).toBe(3)
  })

  it('of 29 February lead to the 28th in a common year and to the 29th in a leap year', () => {
    expect(daysToBirthday('1992-02-29', '2027-02-25')).toBe(3)
    expect(daysToBirthday('1992-02-29', '2028-02-25')).toBe(4)
    expect(daysToBirthday('1992-02-29', '2027-03-01')).toBe(365)
  })

  it('are never more than a leap year and lead to the birthday', () => {
    fc.assert(
      fc.property(civilDate, civilDate, (a, b) => {
        const [birthOn, on] = a < b ? [a, b] : [b, a]
        const days = daysToBirthday(birthOn, on)
        expect(days).toBeGreaterThanOrEqual(0)
        expect(days).toBeLessThanOrEqual(366)
        if (!birthOn.endsWith('02-29')) expect(addDays(on, days).slice(5)).toBe(birthOn.slice(5))
      }),
    )
  })
})
