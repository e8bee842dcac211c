import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planIntent } from '../../../src/main/features/demo/demo-day-plan.ts'
import { addDays } from '../../../src/shared/domain/calendar/civil-date.ts'
import { createWorkingCalendar } from '../../../src/shared/domain/calendar/working-days.ts'
import { DEFAULT_CADENCE, dueFor } from '../../../src/shared/domain/work/cadence.ts'
import { dayBounds, groupOf } from '../../../src/shared/domain/work/followup-order.ts'

const calendar = createWorkingCalendar()
const day = (todayOn: string) => ({ todayOn, calendar, cadence: DEFAULT_CADENCE })

/** Any day of two years whose calendar is published, holidays and weekends among them. */
const anyDay = fc.nat({ max: 700 }).map((days) => addDays('2024-12-01', days))
const anyIndex = fc.nat({ max: 40 })

test('what is planned is what the cadence gives for the day of the flag or of the contact since', () => {
  fc.assert(
    fc.property(anyDay, anyIndex, (todayOn, index) => {
      const plan = planIntent(index, day(todayOn))
      const from = plan.contact?.on ?? plan.flaggedOn
      expect(plan.due).toEqual(dueFor(plan.level, from, calendar, DEFAULT_CADENCE))
      expect(from <= todayOn && plan.flaggedOn <= from).toBe(true)
    }),
  )
})

test('nothing on a first day is for later than the next working day', () => {
  fc.assert(
    fc.property(anyDay, anyIndex, (todayOn, index) => {
      const { dueOn } = planIntent(index, day(todayOn)).due
      expect(groupOf(dueOn, dayBounds(todayOn, calendar))).not.toBe('later')
    }),
  )
})

describe('on an ordinary working day', () => {
  test('a list of twenty has late ones, ones for today and ones for tomorrow', () => {
    const bounds = dayBounds('2026-11-20', calendar)
    const groups = Array.from({ length: 20 }, (_, index) =>
      groupOf(planIntent(index, day('2026-11-20')).due.dueOn, bounds),
    )
    expect(new Set(groups)).toEqual(new Set(['overdue', 'today', 'tomorrow']))
  })
})
