import { expect, test } from 'vitest'
import { branchDay } from '../../../src/shared/domain/branch/branch-day.ts'

/** Noon of a day in Shanghai. */
const noonOf = (day: string) => Date.parse(`${day}T12:00:00+08:00`)

test('a real branch, and a demo branch that was founded for its own day, live with the calendar', () => {
  for (const demoAsOf of [null, '2026-11-20']) {
    const branch = { demoAsOf, foundedOn: '2026-11-20' }
    expect(branchDay(branch, noonOf('2026-11-20'), 0)).toBe('2026-11-20')
    expect(branchDay(branch, noonOf('2026-12-03'), 13)).toBe('2026-12-03')
    expect(branchDay(branch, Date.parse('2026-11-20T16:00:00Z'), 0)).toBe('2026-11-21')
  }
})

test('a demo branch that was founded for another day stays there, but for the days that a test goes ahead', () => {
  const branch = { demoAsOf: '2026-11-20', foundedOn: '2026-11-30' }
  expect(branchDay(branch, noonOf('2026-12-24'), 0)).toBe('2026-11-20')
  expect(branchDay(branch, noonOf('2026-12-24'), 3)).toBe('2026-11-23')
})
