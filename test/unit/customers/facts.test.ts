import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bucketOf } from '../../../src/main/engine/search-index/keys.ts'
import { showsActivity } from '../../../src/main/records/facts/activity.ts'
import { balancesOf } from '../../../src/main/records/facts/balances.ts'
import { findingBit } from '../../../src/main/records/facts/finding-bits.ts'
import { rangesOf } from '../../../src/main/records/facts/refresh.ts'
import { addTransaction, emptyTally } from '../../../src/main/records/facts/tally.ts'
import { monthIndex, windowsFor } from '../../../src/main/records/facts/windows.ts'
import { addDays, daysBetween, endOfMonth, monthOf } from '../../../src/shared/domain/calendar/civil-date.ts'
import { FINDINGS } from '../../../src/shared/domain/customer/findings.ts'
import { TRANSACTION_KINDS } from '../../../src/shared/domain/imports/import-codes.ts'
import { civilDate } from '../../support/domain/arbitraries.ts'

const movement = fc.record({
  daysAgo: fc.integer({ min: 0, max: 300 }),
  incoming: fc.constantFrom<0 | 1>(0, 1),
  amountFen: fc.integer({ min: 0, max: 10_000_000 }),
})

describe('balances', () => {
  test('average and month ends are those that counting day by day gives', () => {
    fc.assert(
      fc.property(
        civilDate,
        fc.array(movement, { maxLength: 30 }),
        fc.integer({ min: 0, max: 10_000_000 }),
        (asOf, movements, balanceFen) => {
          const windows = windowsFor(asOf)
          const tally = emptyTally(windows)
          tally.accounts.push({
            id: 1,
            kind: 'demand',
            balanceFen,
            openedOn: null,
            maturesOn: null,
            open: true,
          })
          const dated = movements.map((each) => ({ ...each, on: addDays(asOf, -each.daysAgo) }))
          for (const { on, incoming, amountFen } of dated) {
            addTransaction(tally, windows, [7, 1, on, incoming, amountFen, 'transfer', 0])
          }
          const balanceAt = (day: string) =>
            dated
              .filter(({ on }) => on > day)
              .reduce(
                (fen, { incoming, amountFen }) => fen - (incoming === 1 ? amountFen : -amountFen),
                balanceFen,
              )
          const first = `${monthOf(asOf)}-01`
          const days = Array.from({ length: daysBetween(first, asOf) + 1 }, (_, index) =>
            addDays(first, index),
          )
          const average = days.reduce((total, day) => total + balanceAt(day), 0) / days.length
          const balances = balancesOf(tally, windows)
          expect(Math.abs(balances.aumAverageFen - average)).toBeLessThanOrEqual(0.5001)
          expect(balances.monthEndFen).toEqual(windows.monthEnds.map(balanceAt))
        },
      ),
    )
  })

  test('an account without transactions held its balance since it was opened', () => {
    const windows = windowsFor('2026-11-20')
    const tally = emptyTally(windows)
    const account = { id: 1, kind: 'term', balanceFen: 700, maturesOn: null, open: true } as const
    tally.accounts.push({ ...account, openedOn: '2026-10-05' }, { ...account, id: 2, openedOn: '2026-11-11' })
    const { monthEndFen, aumAverageFen } = balancesOf(tally, windows)
    expect(monthEndFen.slice(-3)).toEqual([0, 700, 1_400])
    expect(aumAverageFen).toBe(700 + 350)
  })
})

describe('windows', () => {
  test('hold twelve months that end with the current one, and every day has its place', () => {
    fc.assert(
      fc.property(civilDate, fc.nat({ max: 330 }), (asOf, daysAgo) => {
        const windows = windowsFor(asOf)
        const on = addDays(asOf, -daysAgo)
        expect(windows.months).toHaveLength(12)
        expect(windows.months[monthIndex(windows, on)]).toBe(monthOf(on))
        expect(windows.monthEnds[monthIndex(windows, on)]).toBe(endOfMonth(on))
        expect(windows.months.at(-1)).toBe(monthOf(asOf))
        expect(daysBetween(windows.recentFrom, asOf)).toBe(89)
      }),
    )
  })
})

test('of what an extract may bring, only interest, fees, automatic debits, payroll and pension are no activity', () => {
  const passive = TRANSACTION_KINDS.filter((kind) => !showsActivity(kind))
  expect(passive.toSorted()).toEqual(['auto-debit', 'fee', 'interest', 'pension', 'salary'])
})

test('every finding has a bit of its own, in the order in which the indexes name them', () => {
  expect(FINDINGS.map(findingBit)).toEqual([1, 2, 4, 8, 16, 32, 64])
})

test('a higher value always comes before a later visit, and a later visit before an earlier one', () => {
  const asOf = '2026-11-20'
  const days = [
    asOf,
    '2026-10-21',
    '2026-10-20',
    '2026-08-22',
    '2026-08-21',
    '2025-11-20',
    '2025-11-19',
    null,
  ]
  const buckets = ([0, 1, 2] as const).flatMap((rank) => days.map((day) => bucketOf(rank, day, asOf)))
  expect(buckets).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11])
})

test('ranges cover every number they are asked for, in order, without meeting, and none spans more than 500', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 5_000 }), { maxLength: 400 }), (ids) => {
      const ranges = rangesOf(ids)
      for (const id of ids) expect(ranges.some(({ fromId, toId }) => fromId <= id && id <= toId)).toBe(true)
      for (const [index, range] of ranges.entries()) {
        expect(range.toId - range.fromId).toBeLessThan(500)
        expect(ids).toContain(range.fromId)
        expect(ids).toContain(range.toId)
        expect(range.fromId).toBeGreaterThan(ranges[index - 1]?.toId ?? 0)
      }
    }),
  )
})
