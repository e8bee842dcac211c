import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilDateAt, startOfDayAt } from '../../../src/shared/domain/calendar/civil-date.ts'
import { createWorkingCalendar } from '../../../src/shared/domain/calendar/working-days.ts'
import {
  acceptBy,
  morningOf,
  type WorkingTime,
  workingMinutesBetween,
  workOnAs,
} from '../../../src/shared/domain/calendar/working-hours.ts'

const HOURS = { workFrom: '08:30', workTo: '17:30' }
const official = createWorkingCalendar()

function at(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
}

function endsAt(from: string, minutes: number): string {
  const instant = acceptBy(at(from), minutes, official, HOURS)
  const time = new Date(instant + 8 * 3_600_000).toISOString()
  return `${time.slice(0, 10)} ${time.slice(11, 16)}`
}

describe('the acceptance clock counts working hours only (L8)', () => {
  test.each([
    ['within a morning', '2026-11-18 09:00', 60, '2026-11-18 10:00'],
    ['to the last minute of the day', '2026-11-18 16:30', 60, '2026-11-18 17:30'],
    ['over the night', '2026-11-18 17:00', 60, '2026-11-19 09:00'],
    ['from before the branch opens', '2026-11-18 07:00', 60, '2026-11-18 09:30'],
    ['from after they close', '2026-11-18 20:00', 60, '2026-11-19 09:30'],
    ['over a weekend', '2026-11-20 17:00', 60, '2026-11-23 09:00'],
    ['over two days and a part', '2026-11-17 09:00', 1_200, '2026-11-19 11:00'],
  ])('%s', (_how, from, minutes, until) => {
    expect(endsAt(from, minutes)).toBe(until)
  })
})

// National Day 2026: 1 to 7 October off, Sunday 20 September and Saturday 10 October worked.
describe('over National Day 2026 and its make-up days', () => {
  test('the eve hands over to the eighth', () => {
    expect(endsAt('2026-09-30 17:00', 60)).toBe('2026-10-08 09:00')
  })

  test('a referral of the holiday itself waits for the eighth', () => {
    expect(endsAt('2026-10-03 10:00', 60)).toBe('2026-10-08 09:30')
  })

  test('the make-up Saturday counts like any working day', () => {
    expect(endsAt('2026-10-09 17:00', 60)).toBe('2026-10-10 09:00')
    expect(endsAt('2026-10-10 09:00', 60)).toBe('2026-10-10 10:00')
  })

  test('the Sunday after it does not', () => {
    expect(endsAt('2026-10-10 17:00', 60)).toBe('2026-10-12 09:00')
  })
})

const hour = fc.integer({ min: 0, max: 22 })
const shift = fc.tuple(hour, fc.integer({ min: 1, max: 23 })).map(([from, length]) => ({
  workFrom: `${String(from).padStart(2, '0')}:30`,
  workTo: `${String(Math.min(23, from + length)).padStart(2, '0')}:45`,
}))
const instant = fc.integer({ min: at('2026-01-01 00:00'), max: at('2026-12-20 00:00') })
const term = fc.integer({ min: 1, max: 2_000 })

function isWorkingInstant(moment: number, hours: typeof HOURS): boolean {
  const on = civilDateAt(moment)
  const minute = (moment - startOfDayAt(on)) / 60_000
  const [from, to] = [hours.workFrom, hours.workTo].map((text) => {
    return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  })
  return official.verdict(on).working && minute >= Number(from) && minute <= Number(to)
}

test('it never runs out outside working hours, whatever they are', () => {
  fc.assert(
    fc.property(instant, term, shift, (from, minutes, hours) => {
      const until = acceptBy(from, minutes, official, hours)
      expect(until).toBeGreaterThan(from)
      expect(isWorkingInstant(until, hours)).toBe(true)
    }),
  )
})

test('what is referred later never runs out earlier, and a longer term never ends sooner', () => {
  fc.assert(
    fc.property(instant, instant, term, term, (one, other, short, more) => {
      const [early, late] = [Math.min(one, other), Math.max(one, other)]
      expect(acceptBy(early, short, official, HOURS)).toBeLessThanOrEqual(
        acceptBy(late, short, official, HOURS),
      )
      expect(acceptBy(early, short, official, HOURS)).toBeLessThan(
        acceptBy(early, short + more, official, HOURS),
      )
    }),
  )
})

test('at the start exactly the term is left, and at the end nothing', () => {
  fc.assert(
    fc.property(instant, term, shift, (from, minutes, hours) => {
      const until = acceptBy(from, minutes, official, hours)
      expect(workingMinutesBetween(from, until, official, hours)).toBe(minutes)
      expect(workingMinutesBetween(until, until, official, hours)).toBe(0)
      expect(workingMinutesBetween(until + 1, until, official, hours)).toBe(0)
    }),
  )
})

describe('the morning is the first half of the working hours (F4)', () => {
  test.each([
    ['08:30', '17:30', '08:30', '13:00'],
    ['09:00', '17:00', '09:00', '13:00'],
    ['12:00', '20:00', '12:00', '16:00'],
    ['00:00', '23:58', '00:00', '11:59'],
  ])('of %s to %s: from %s until %s', (workFrom, workTo, from, until) => {
    expect(morningOf('2026-11-18', { workFrom, workTo })).toEqual({
      fromAt: at(`2026-11-18 ${from}`),
      toAt: at(`2026-11-18 ${until}`),
    })
  })

  test('is never empty, and as long as what is left of the working day', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 })
    const clock = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(minute, minute, (one, other) => {
        fc.pre(one !== other)
        const [workFrom, workTo] = [clock(Math.min(one, other)), clock(Math.max(one, other))]
        const { fromAt, toAt } = morningOf('2026-11-18', { workFrom, workTo })
        expect(toAt).toBeGreaterThan(fromAt)
        expect(toAt - fromAt).toBe(at(`2026-11-18 ${workTo}`) - toAt)
      }),
    )
  })
})

describe('what is left of a term is counted on as the branch works from now on (F3, L8)', () => {
  const before: WorkingTime = { calendar: official, hours: HOURS }
  const days = ['2026-11-21', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-28', '2026-11-30']
  const override = fc.record({ on: fc.constantFrom(...days), working: fc.boolean() })
  const others = fc.record({
    overrides: fc.uniqueArray(override, { selector: ({ on }) => on }),
    workFrom: fc.constantFrom('08:00', '08:30', '09:15'),
    workTo: fc.constantFrom('12:00', '17:00', '17:30'),
  })
  const instant = fc.integer({ min: at('2026-11-20 00:00'), max: at('2026-11-27 00:00') })
  const minutes = fc.integer({ min: 5, max: 2_000 })
  const part = fc.integer({ min: 0, max: 99 })
  /** A clock and an instant before it runs out. */
  const running = (fromAt: number, count: number, percent: number) => {
    const endsAtMs = acceptBy(fromAt, count, official, HOURS)
    return { endsAtMs, nowAt: fromAt + Math.floor(((endsAtMs - fromAt) * percent) / 100) }
  }
  const after = ({
    overrides,
    ...hours
  }: {
    overrides: { on: string; working: boolean }[]
    workFrom: string
    workTo: string
  }) => ({
    calendar: createWorkingCalendar({ overrides: overrides.map((day) => ({ ...day, reason: '排班' })) }),
    hours,
  })

  test('where nothing changed it ends when it ended', () => {
    fc.assert(
      fc.property(instant, minutes, part, (fromAt, count, percent) => {
        const { endsAtMs, nowAt } = running(fromAt, count, percent)
        expect(workOnAs(before, endsAtMs, nowAt, before)).toBe(endsAtMs)
      }),
    )
  })

  test('as many minutes are left after the change as before it, and none of them lies in the past', () => {
    fc.assert(
      fc.property(instant, minutes, part, others, (fromAt, count, percent, changed) => {
        const { endsAtMs, nowAt } = running(fromAt, count, percent)
        const now = after(changed)
        const movedTo = workOnAs(now, endsAtMs, nowAt, before)
        expect(movedTo).toBeGreaterThan(nowAt)
        expect(workingMinutesBetween(nowAt, movedTo, now.calendar, now.hours)).toBe(
          workingMinutesBetween(nowAt, endsAtMs, official, HOURS),
        )
      }),
    )
  })
})
