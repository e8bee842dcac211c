import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/domain/calendar/civil-date.ts'
import { createWorkingCalendar, isWorking } from '../../../src/shared/domain/calendar/working-days.ts'
import { DEFAULT_CADENCE, dueFor } from '../../../src/shared/domain/work/cadence.ts'
import { LEVELS } from '../../../src/shared/domain/work/intent.ts'
import { civilDate } from '../../support/domain/arbitraries.ts'

const calendar = createWorkingCalendar()
const level = fc.constantFrom(...LEVELS)

describe('F2: the cadence', () => {
  it('of 高 warns after one working day and is due after two', () => {
    expect(dueFor('high', '2026-11-23', calendar)).toMatchObject({
      warnOn: '2026-11-24',
      dueOn: '2026-11-25',
    })
    expect(dueFor('high', '2026-11-20', calendar)).toMatchObject({
      warnOn: '2026-11-23',
      dueOn: '2026-11-24',
    })
  })

  it('of 中 warns after three working days and is due after five', () => {
    expect(dueFor('mid', '2026-11-23', calendar)).toMatchObject({ warnOn: '2026-11-26', dueOn: '2026-11-30' })
  })

  it('of 低 is one week and two weeks, each rolled to the next working day', () => {
    expect(dueFor('low', '2026-11-23', calendar)).toMatchObject({ warnOn: '2026-11-30', dueOn: '2026-12-07' })
    expect(dueFor('low', '2026-11-21', calendar)).toMatchObject({ warnOn: '2026-11-30', dueOn: '2026-12-07' })
    expect(dueFor('low', '2026-09-24', calendar)).toMatchObject({ warnOn: '2026-10-08', dueOn: '2026-10-08' })
  })

  it('follows the branch when it sets its own days', () => {
    const settings = { ...DEFAULT_CADENCE, high: { warn: 2, due: 4 } }
    expect(dueFor('high', '2026-11-23', calendar, settings)).toMatchObject({
      warnOn: '2026-11-25',
      dueOn: '2026-11-27',
      rule: { days: 4 },
    })
  })
})

describe('F3: the rule behind a due date', () => {
  it('says that nothing moved it in a plain week', () => {
    expect(dueFor('high', '2026-11-23', calendar).rule).toEqual({
      level: 'high',
      unit: 'working',
      days: 2,
      from: '2026-11-23',
      plainOn: '2026-11-25',
      moved: false,
      passed: [],
      published: true,
    })
  })

  it('names the make-up Sunday that brought it forward', () => {
    const { dueOn, rule } = dueFor('high', '2026-09-18', calendar)
    expect(dueOn).toBe('2026-09-21')
    expect(rule).toMatchObject({ plainOn: '2026-09-22', moved: true })
    expect(rule.passed).toEqual([{ on: '2026-09-20', kind: 'makeup', name: '国庆节' }])
  })

  it('names the holidays that put it off, weekends left out', () => {
    const { dueOn, rule } = dueFor('high', '2026-09-30', calendar)
    expect(dueOn).toBe('2026-10-09')
    expect(rule.plainOn).toBe('2026-10-02')
    expect(rule.passed.map((day) => day.on)).toEqual([
      '2026-10-01',
      '2026-10-02',
      '2026-10-05',
      '2026-10-06',
      '2026-10-07',
    ])
  })

  it('of 低 names only the days it was rolled over', () => {
    const { rule } = dueFor('low', '2026-09-22', calendar)
    expect(rule).toMatchObject({ plainOn: '2026-10-06', moved: true, unit: 'calendar' })
    expect(rule.passed.map((day) => day.on)).toEqual(['2026-10-06', '2026-10-07'])
  })

  it('flags a date that was counted through days nobody has published', () => {
    const cautious = createWorkingCalendar({ publishedThrough: 2026 })
    expect(dueFor('mid', '2026-12-25', cautious).rule.published).toBe(false)
    expect(dueFor('mid', '2026-12-18', cautious).rule.published).toBe(true)
  })

  it('gives a working day that is never before the flag, warned of in time', () => {
    fc.assert(
      fc.property(level, civilDate, (level, from) => {
        const { warnOn, dueOn } = dueFor(level, from, calendar)
        expect(isWorking(calendar, dueOn)).toBe(true)
        expect(isWorking(calendar, warnOn)).toBe(true)
        expect(warnOn > from).toBe(true)
        expect(warnOn <= dueOn).toBe(true)
      }),
    )
  })

  it('never makes a later flag due earlier', () => {
    fc.assert(
      fc.property(level, civilDate, fc.integer({ min: 1, max: 40 }), (level, from, later) => {
        expect(
          dueFor(level, addDays(from, later), calendar).dueOn >= dueFor(level, from, calendar).dueOn,
        ).toBe(true)
      }),
    )
  })

  it('has a reason whenever it moved', () => {
    fc.assert(
      fc.property(level, civilDate, (level, from) => {
        const { rule } = dueFor(level, from, calendar)
        if (rule.moved) expect(rule.passed.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})
