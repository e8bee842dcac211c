import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  lastTwelveMonths,
  monthTick,
  pointAfterKey,
} from '../../../../src/renderer/features/customers/panel/balance-months.ts'
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

  test('the axis counts them, each once', () => {
    const ticks = lastTwelveMonths([], '2026-11-20').map(({ month }) => monthTick(month))
    expect(ticks).toEqual(['12', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'])
  })

  test('the keys reach every month and never leave the chart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ArrowLeft', 'ArrowRight', 'Home', 'End')),
        fc.integer({ min: 0, max: 12 }),
        (keys, from) => {
          const at = keys.reduce((place, key) => pointAfterKey(key, place, 12) ?? place, from)
          expect(at >= 0 && at <= (keys.length === 0 ? 12 : 11)).toBe(true)
        },
      ),
    )
    expect(pointAfterKey('ArrowLeft', 12, 12)).toBe(11)
    expect(pointAfterKey('l', 3, 12)).toBeNull()
  })
})

describe('assets by kind (C1)', () => {
  const holding = (kind: Holding['kind'], balanceFen: number | null): Holding => ({
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
    expect(sums).toEqual({
      deposit: { fen: 300, unknown: 'none' },
      wealth: null,
      fund: { fen: 5, unknown: 'none' },
      insurance: null,
      loan: null,
    })
  })

  test('an empty account is not the same as none', () => {
    expect(sumsByKind([holding('wealth', 0)]).wealth).toEqual({ fen: 0, unknown: 'none' })
  })

  test('a balance that is not known is no zero: the sum says that some of it, or all, is missing', () => {
    const sums = sumsByKind([
      holding('demand', null),
      holding('term', 200),
      holding('demand', null),
      holding('fund', null),
      holding('wealth', 7),
    ])
    expect(sums).toMatchObject({
      deposit: { fen: 200, unknown: 'some' },
      fund: { fen: 0, unknown: 'all' },
      wealth: { fen: 7, unknown: 'none' },
    })
  })
})
