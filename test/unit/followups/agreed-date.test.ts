import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/domain/calendar/civil-date.ts'
import { createWorkingCalendar, isWorking } from '../../../src/shared/domain/calendar/working-days.ts'
import {
  countAgain,
  DEFAULT_CADENCE,
  dueFor,
  dueOnChosenDay,
} from '../../../src/shared/domain/work/cadence.ts'
import { LEVELS } from '../../../src/shared/domain/work/intent.ts'

const calendar = createWorkingCalendar()
const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2025-01-01', days))

describe('F3: a date agreed with the customer', () => {
  it('stays on a worked day, make-up Saturday included', () => {
    expect(dueOnChosenDay('low', '2026-10-08', '2026-10-10', calendar)).toMatchObject({
      dueOn: '2026-10-10',
      rule: { moved: false, passed: [] },
    })
  })

  it('moves over a holiday to the first worked day and names every day it passed', () => {
    const { dueOn, warnOn, rule } = dueOnChosenDay('high', '2026-09-28', '2026-10-03', calendar)
    expect([dueOn, warnOn, rule.plainOn, rule.days]).toEqual(['2026-10-08', '2026-10-08', '2026-10-03', 5])
    expect(rule.passed.map(({ on }) => on)).toEqual([3, 4, 5, 6, 7].map((n) => `2026-10-0${n}`))
    expect(rule.passed[0]).toEqual({ on: '2026-10-03', kind: 'holiday', name: '国庆节' })
  })

  it('says when the day lies in a year that is not published', () => {
    expect(dueOnChosenDay('high', '2026-12-20', '2027-02-01', calendar).rule.published).toBe(false)
  })

  it('is always worked and never before the agreed day', () => {
    fc.assert(
      fc.property(day, fc.nat(60), (from, inDays) => {
        const chosenOn = addDays(from, inDays)
        const { dueOn, rule } = dueOnChosenDay('mid', from, chosenOn, calendar)
        expect(isWorking(calendar, dueOn)).toBe(true)
        expect(dueOn >= chosenOn).toBe(true)
        expect(rule.moved).toBe(dueOn !== chosenOn)
      }),
    )
  })
})

describe('F3: counting again', () => {
  it('gives the same date while the calendar is the same', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...LEVELS), fc.option(fc.nat(40)), (from, level, inDays) => {
        const due =
          inDays === null
            ? dueFor(level, from, calendar)
            : dueOnChosenDay(level, from, addDays(from, inDays), calendar)
        expect(countAgain(due.rule, calendar, DEFAULT_CADENCE)).toEqual(due)
      }),
    )
  })

  it('gives what a new count would give under the new calendar', () => {
    const closed = createWorkingCalendar({
      overrides: [{ on: '2026-11-24', working: false, reason: '停电' }],
    })
    const { rule } = dueFor('high', '2026-11-20', calendar)
    expect(countAgain(rule, closed, DEFAULT_CADENCE)).toEqual(dueFor('high', '2026-11-20', closed))
  })

  it('keeps the promised term after the cadence changed, and never warns after the date', () => {
    const { rule } = dueFor('high', '2026-11-20', calendar)
    const slower = { ...DEFAULT_CADENCE, high: { warn: 5, due: 9 } }
    expect(countAgain(rule, calendar, slower)).toMatchObject({ dueOn: '2026-11-24', warnOn: '2026-11-24' })
  })
})
