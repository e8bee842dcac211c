import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/domain/calendar/civil-date.ts'
import { addWorkingDays, createWorkingCalendar } from '../../../src/shared/domain/calendar/working-days.ts'
import {
  escalationLevelOf,
  ladderOn,
  RUNGS,
  workingDaysOverdue,
} from '../../../src/shared/domain/work/escalation.ts'
import { civilDate } from '../../support/domain/arbitraries.ts'

const calendar = createWorkingCalendar()
const SETTINGS = { escalateOwnerDays: 3, escalateHeadDays: 5, escalateRiskDays: 7 }
const escalationLevelOn = (nextOn: string, on: string) =>
  escalationLevelOf(nextOn, ladderOn(on, calendar, SETTINGS))

describe('F4: the ladder counts working days overdue', () => {
  it('goes to the owner after three, to the head after five, to high risk after seven', () => {
    const due = '2026-11-20'
    const escalationLevels = Array.from({ length: 8 }, (_, days) =>
      escalationLevelOn(due, days === 0 ? due : addWorkingDays(calendar, due, days)),
    )
    expect(escalationLevels).toEqual([null, null, null, 'owner', 'owner', 'head', 'head', 'high-risk'])
  })

  it('stands still over the National Day holiday and counts its make-up Saturday', () => {
    expect(escalationLevelOn('2026-09-29', '2026-10-07')).toBeNull()
    expect(workingDaysOverdue('2026-09-29', '2026-10-07', calendar)).toBe(1)
    expect(workingDaysOverdue('2026-09-29', '2026-10-10', calendar)).toBe(4)
    expect(escalationLevelOn('2026-09-29', '2026-10-09')).toBe('owner')
  })

  it('agrees with counting the days one by one, whatever the days', () => {
    fc.assert(
      fc.property(civilDate, fc.integer({ min: 0, max: 60 }), (nextOn, later) => {
        const on = addDays(nextOn, later)
        const overdue = workingDaysOverdue(nextOn, on, calendar)
        const counted =
          [...RUNGS].reverse().find((escalationLevel) => overdue >= DAYS[escalationLevel]) ?? null
        expect(escalationLevelOn(nextOn, on)).toBe(counted)
      }),
    )
  })

  it('never takes anybody down while time goes on', () => {
    fc.assert(
      fc.property(civilDate, fc.integer({ min: 0, max: 40 }), (nextOn, later) => {
        const place = (on: string) => RUNGS.indexOf(escalationLevelOn(nextOn, on) ?? 'owner')
        expect(place(addDays(nextOn, later + 1))).toBeGreaterThanOrEqual(place(addDays(nextOn, later)))
      }),
    )
  })
})

const DAYS = { owner: 3, head: 5, 'high-risk': 7 } as const
