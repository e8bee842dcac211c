import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS as USUAL } from '../../../src/shared/domain/branch/settings.ts'
import { createWorkingCalendar } from '../../../src/shared/domain/calendar/working-days.ts'
import { type AccessDay, isWorkingTime, questionsFor } from '../../../src/shared/domain/consent/viewing.ts'

const QUIET: AccessDay = {
  staffNo: '1001',
  people: 30,
  peopleWithoutBusiness: 2,
  outsideHoursAt: [],
  repeated: [],
  reveals: 2,
  tried: null,
}
const kinds = (days: readonly AccessDay[], cap = 200) =>
  questionsFor(days, cap, USUAL).map(({ kind }) => kind)

describe('what a head might ask about (P2)', () => {
  test('an ordinary day asks nothing', () => {
    expect(kinds([QUIET, { ...QUIET, staffNo: '1002' }])).toEqual([])
  })

  test('many people without business are asked about, unless they are a small part of a busy day', () => {
    const many = { ...QUIET, people: 20, peopleWithoutBusiness: 10 }
    expect(questionsFor([many], 200, USUAL)).toEqual([
      { staffNo: '1001', kind: 'without-business', people: 10, of: 20 },
    ])
    expect(kinds([{ ...many, people: 21 }])).toEqual([])
    expect(kinds([{ ...many, people: 9, peopleWithoutBusiness: 9 }])).toEqual([])
  })

  test('views outside working hours are named with the first and the last', () => {
    expect(questionsFor([{ ...QUIET, outsideHoursAt: [30, 10, 20] }], 200, USUAL)).toEqual([
      { staffNo: '1001', kind: 'outside-hours', views: 3, firstAt: 10, lastAt: 30 },
    ])
    expect(kinds([{ ...QUIET, outsideHoursAt: [10, 20] }])).toEqual([])
  })

  test('one person seen again on several days is a question of its own', () => {
    const repeated = [
      { customerUid: 'a', days: 3 },
      { customerUid: 'b', days: 2 },
    ]
    expect(questionsFor([{ ...QUIET, repeated }], 200, USUAL)).toEqual([
      { staffNo: '1001', kind: 'repeated', customerUid: 'a', days: 3, within: 14 },
    ])
  })

  test('reveals are measured against the middle of the colleagues, not against oneself', () => {
    const much = { ...QUIET, reveals: 12 }
    const colleague = (no: string, reveals: number) => ({ ...QUIET, staffNo: no, reveals })
    expect(kinds([much, colleague('2', 4), colleague('3', 4)])).toEqual(['reveals'])
    expect(kinds([much, colleague('2', 5), colleague('3', 5)])).toEqual([])
    expect(kinds([{ ...much, reveals: 9 }, colleague('2', 0)])).toEqual([])
    expect(kinds([much])).toEqual(['reveals'])
  })

  test.each([
    [{ unusualPeople: 3, unusualSharePercent: 5 }, { peopleWithoutBusiness: 3 }, 'without-business'],
    [{ unusualOutsideHours: 1 }, { outsideHoursAt: [10] }, 'outside-hours'],
    [{ unusualRepeatedDays: 2 }, { repeated: [{ customerUid: 'a', days: 2 }] }, 'repeated'],
    [{ unusualReveals: 2, unusualRevealsTimes: 1 }, {}, 'reveals'],
  ] as const)('a branch that sets %o is asked at %o about %s', (from, day, kind) => {
    const days = [{ ...QUIET, ...day }]
    expect(kinds(days)).not.toContain(kind)
    expect(questionsFor(days, 200, { ...USUAL, ...from }).map((each) => each.kind)).toContain(kind)
  })

  test('a filled cap comes first', () => {
    expect(kinds([{ ...QUIET, people: 200, peopleWithoutBusiness: 200 }])).toEqual([
      'cap',
      'without-business',
    ])
  })

  test('more of anything never takes a question away', () => {
    const day = fc.record({
      staffNo: fc.constant('1001'),
      people: fc.integer({ min: 0, max: 300 }),
      peopleWithoutBusiness: fc.integer({ min: 0, max: 300 }),
      outsideHoursAt: fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 6 }),
      repeated: fc.array(fc.record({ customerUid: fc.uuid(), days: fc.integer({ min: 2, max: 14 }) })),
      reveals: fc.integer({ min: 0, max: 40 }),
      tried: fc.option(
        fc.record({
          guesses: fc.integer({ min: 1, max: 90 }),
          numbersAnHour: fc.integer({ min: 0, max: 40 }),
          namesAnHour: fc.integer({ min: 0, max: 80 }),
          chance: fc.integer({ min: 0, max: 80 }),
        }),
      ),
    })
    fc.assert(
      fc.property(day, (one) => {
        const more = {
          ...one,
          people: one.people + 1,
          peopleWithoutBusiness: one.peopleWithoutBusiness + 1,
          outsideHoursAt: [...one.outsideHoursAt, 5],
          repeated: one.repeated.map((each) => ({ ...each, days: each.days + 1 })),
          reveals: one.reveals + 1,
        }
        expect(kinds([more])).toEqual(expect.arrayContaining(kinds([one])))
      }),
    )
  })

  test.each([
    ['2026-11-20T08:29:59+08:00', false],
    ['2026-11-20T08:30:00+08:00', true],
    ['2026-11-20T17:29:59+08:00', true],
    ['2026-11-20T17:30:00+08:00', false],
    ['2026-11-21T10:00:00+08:00', false],
    ['2026-09-20T10:00:00+08:00', true],
  ])('%s is working time: %s', (at, working) => {
    const hours = { workFrom: '08:30', workTo: '17:30' }
    expect(isWorkingTime(Date.parse(at), hours, createWorkingCalendar())).toBe(working)
  })
})
