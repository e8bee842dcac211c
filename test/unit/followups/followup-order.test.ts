import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/domain/calendar/civil-date.ts'
import { createWorkingCalendar } from '../../../src/shared/domain/calendar/working-days.ts'
import { TIERS } from '../../../src/shared/domain/customer/tiers.ts'
import {
  compareFollowups,
  dayBounds,
  FOLLOWUP_GROUPS,
  groupOf,
  type PlacedItem,
  place,
  workPriority,
} from '../../../src/shared/domain/work/followup-order.ts'
import { LEVELS } from '../../../src/shared/domain/work/intent.ts'

const calendar = createWorkingCalendar()
const AS_OF = '2026-11-20'
const SETTINGS = { decayDays: 30 }

const anyItem = fc
  .record({
    id: fc.nat(),
    product: fc.constant('loan' as const),
    level: fc.constantFrom(...LEVELS),
    tier: fc.constantFrom(...TIERS),
    quietDays: fc.nat(120),
    inDays: fc.integer({ min: -10, max: 20 }),
  })
  .map(({ quietDays, inDays, ...item }) =>
    place(
      { ...item, lastEvidenceOn: addDays(AS_OF, -quietDays), nextOn: addDays(AS_OF, inDays) },
      dayBounds(AS_OF, calendar),
      SETTINGS,
    ),
  )

describe('F5: the groups of the daily list', () => {
  it.each([
    ['2026-11-19', 'overdue'],
    ['2026-11-20', 'today'],
    ['2026-11-21', 'tomorrow'],
    ['2026-11-23', 'tomorrow'],
    ['2026-11-24', 'later'],
  ])('on a Friday, %s is %s', (nextOn, group) => {
    expect(groupOf(nextOn, dayBounds(AS_OF, calendar))).toBe(group)
  })

  it('takes the make-up Saturday for 明日', () => {
    expect(dayBounds('2026-10-09', calendar).nextWorkedOn).toBe('2026-10-10')
  })
})

describe('I3: the order of work', () => {
  it('puts faded intents behind the whole grid, the more valuable person first', () => {
    expect(workPriority('low', 'low')).toBe(8)
    expect(['high', 'mid', 'low'].map((value) => workPriority(value as 'high', 'faded'))).toEqual([9, 10, 11])
  })

  it('is a total order: any shuffle sorts to the same list, by group, grid, date and age', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyItem, { selector: (item) => item.id, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (items, sources) => {
          const sorted = [...items].sort(compareFollowups)
          const shuffled = items
            .map((item) => ({ item, at: sources.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item)
          expect(shuffled.sort(compareFollowups)).toEqual(sorted)
          expect(sorted.every((item, index) => index === 0 || !comesBefore(item, sorted[index - 1]))).toBe(
            true,
          )
        },
      ),
    )
  })
})

/** The rule once more, in words: group, then grid, then date, then age. */
function comesBefore(a: PlacedItem, b: PlacedItem | undefined): boolean {
  if (b === undefined) return false
  const keyOf = (item: PlacedItem) => [
    FOLLOWUP_GROUPS.indexOf(item.group),
    item.priority,
    item.nextOn,
    item.id,
  ]
  const [left, right] = [keyOf(a), keyOf(b)]
  const at = left.findIndex((value, index) => value !== right[index])
  const [x, y] = [left[at], right[at]]
  return x !== undefined && y !== undefined && x < y
}
