import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markOf } from '../../../../src/renderer/features/settings/calendar/day-button.tsx'
import {
  columnOf,
  dayAfterKey,
  weeksOf,
} from '../../../../src/renderer/features/settings/calendar/month-weeks.ts'
import { addDays, endOfMonth } from '../../../../src/shared/domain/calendar/civil-date.ts'
import { createWorkingCalendar } from '../../../../src/shared/domain/calendar/working-days.ts'

function daysOf(month: string): { on: string }[] {
  const length = Number(endOfMonth(`${month}-01`).slice(8))
  return Array.from({ length }, (_, n) => ({ on: addDays(`${month}-01`, n) }))
}

const aMonth = fc
  .record({ year: fc.integer({ min: 2004, max: 2099 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`)

describe('a month in rows of a week', () => {
  test('every day stands once, in its weekday’s column, and every month takes six rows', () => {
    fc.assert(
      fc.property(aMonth, (month) => {
        const days = daysOf(month)
        const weeks = weeksOf(days)
        expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7])
        expect(weeks.flat().filter((day) => day !== null)).toEqual(days)
        for (const week of weeks)
          for (const [column, day] of week.entries()) if (day !== null) expect(columnOf(day.on)).toBe(column)
      }),
    )
  })

  test('the week begins on Monday', () => {
    expect(columnOf('2026-11-16')).toBe(0)
    expect(columnOf('2026-11-22')).toBe(6)
  })
})

describe('keys in the month', () => {
  const from = (key: string, on = '2026-01-31', shiftKey = false) => dayAfterKey({ key, shiftKey }, on)

  test('arrows go by days and weeks, out of the month too', () => {
    expect(from('ArrowRight')).toBe('2026-02-01')
    expect(from('ArrowLeft')).toBe('2026-01-30')
    expect(from('ArrowDown')).toBe('2026-02-07')
    expect(from('ArrowUp')).toBe('2026-01-24')
  })

  test('pages go by months and stay on the last day of a shorter one; with Shift by years', () => {
    expect(from('PageDown')).toBe('2026-02-28')
    expect(from('PageUp')).toBe('2025-12-31')
    expect(from('PageDown', '2028-02-29', true)).toBe('2029-02-28')
  })

  test('Home and End are Monday and Sunday', () => {
    expect(from('Home', '2026-11-20')).toBe('2026-11-16')
    expect(from('End', '2026-11-20')).toBe('2026-11-22')
  })

  test('other keys move nothing', () => {
    expect(from('Enter')).toBeNull()
    expect(from('Tab')).toBeNull()
  })
})

describe('marks', () => {
  const calendar = createWorkingCalendar({
    overrides: [{ on: '2026-10-05', working: true, reason: '值班' }],
  })

  test('holidays and make-up days are marked, the plain week is not', () => {
    expect(markOf(calendar.verdict('2026-10-01'))).toBe('off')
    expect(markOf(calendar.verdict('2026-10-10'))).toBe('work')
    expect(markOf(calendar.verdict('2026-10-12'))).toBeNull()
    expect(markOf(calendar.verdict('2026-10-18'))).toBeNull()
  })

  test('a day the branch decided about is marked even where it then looks plain', () => {
    expect(markOf(calendar.verdict('2026-10-05'))).toBe('work')
  })
})
