import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  barHeights,
  lastTwelveMonths,
} from '../../../../src/renderer/features/customers/panel/balance-chart.tsx'
import { sumsByKind } from '../../../../src/renderer/features/customers/panel/holding-table.tsx'
import type { Holding } from '../../../../src/shared/contract/customers.ts'

const month = (text: string, endBalanceFen: number) => ({ month: text, inFen: 0, outFen: 0, endBalanceFen })

describe('the twelve months of the chart (C5)', () => {
  test('they end with today’s month and leave none out, even from the 31st', () => {
    const months = lastTwelveMonths([month('2026-03', 700)], '2026-12-31').map((point) => point.month)
    expect(months).toHaveLength(12)
    expect(months.at(0)).toBe('2026-01')
    expect(months.at(1)).toBe('2026-02')
    expect(months.at(-1)).toBe('2026-12')
  })

  test('a month that nothing is known of held nothing', () => {
    const months = lastTwelveMonths([month('2026-03', 700)], '2026-12-31')
    expect(months.map((point) => point.endBalanceFen)).toEqual([0, 0, 700, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  })

  test('the peak fills the chart, what is there is seen, and debt draws no bar', () => {
    const months = [month('2026-01', 1), month('2026-02', 1_000_000), month('2026-03', -500)]
    expect(barHeights(months, 44)).toEqual([1, 44, 0])
  })

  test('no bar ever leaves the chart', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (balances) => {
        const heights = barHeights(
          balances.map((fen) => month('2026-01', fen)),
          44,
        )
        expect(heights.every((height) => height >= 0 && height <= 44)).toBe(true)
      }),
    )
  })
})

describe('assets by kind (C1)', () => {
  const holding = (kind: Holding['kind'], balanceFen: number): Holding => ({
    kind,
    balanceFen,
    productName: '',
    maskedKey: '',
    maturesOn: null,
    ratePercent: null,
    status: 'open',
  })

  test('demand and term money are deposits together; cards hold no balance', () => {
    const sums = sumsByKind([
      holding('demand', 100),
      holding('term', 200),
      holding('card', 999),
      holding('fund', 5),
    ])
    expect(sums).toEqual({ deposit: 300, wealth: null, fund: 5, insurance: null, loan: null })
  })

  test('an empty account is not the same as none', () => {
    expect(sumsByKind([holding('wealth', 0)]).wealth).toBe(0)
  })
})
