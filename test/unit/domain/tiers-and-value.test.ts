import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/branch/settings.ts'
import { endOfMonth } from '../../../src/shared/domain/calendar/civil-date.ts'
import { PRODUCTS, productByLetter } from '../../../src/shared/domain/customer/products.ts'
import {
  addForRestOfMonth,
  DEFAULT_TIER_LINES,
  distanceToNext,
  nearNextTier,
  TIERS,
  tierOf,
} from '../../../src/shared/domain/customer/tiers.ts'
import { priority, valueOfTier } from '../../../src/shared/domain/customer/value.ts'
import { LEVELS } from '../../../src/shared/domain/work/intent.ts'
import { civilDate } from '../../support/domain/arbitraries.ts'

const BAND_PERCENT = DEFAULT_SETTINGS.nearTierBandPercent
const VALUES = ['high', 'mid', 'low'] as const
const yuan = (amount: number) => amount * 100
const average = fc.integer({ min: 0, max: yuan(1_000_000) })

describe('T1: the tier', () => {
  it.each([
    [0, 'standard'],
    [yuan(50_000) - 1, 'standard'],
    [yuan(50_000), 'preferred'],
    [yuan(300_000) - 1, 'preferred'],
    [yuan(300_000), 'high-net-worth'],
    [-1, 'standard'],
  ])('of an average of %i fen is %s', (fen, tier) => {
    expect(tierOf(fen, DEFAULT_TIER_LINES)).toBe(tier)
  })

  it('is reached by exactly the gap, and not by a fen less', () => {
    fc.assert(
      fc.property(average, (fen) => {
        const distance = distanceToNext(fen, DEFAULT_TIER_LINES)
        if (distance === null) {
          expect(tierOf(fen, DEFAULT_TIER_LINES)).toBe('high-net-worth')
          return
        }
        expect(tierOf(fen + distance.gapFen, DEFAULT_TIER_LINES)).toBe(distance.next)
        expect(tierOf(fen + distance.gapFen - 1, DEFAULT_TIER_LINES)).not.toBe(distance.next)
      }),
    )
  })
})

describe('S4: 临界客户', () => {
  it('lie within ten percent below the next line', () => {
    expect(nearNextTier(yuan(270_000), DEFAULT_TIER_LINES, BAND_PERCENT)).toEqual({
      next: 'high-net-worth',
      gapFen: yuan(30_000),
    })
    expect(nearNextTier(yuan(270_000) - 1, DEFAULT_TIER_LINES, BAND_PERCENT)).toBeNull()
    expect(nearNextTier(yuan(300_000), DEFAULT_TIER_LINES, BAND_PERCENT)).toBeNull()
  })

  it('are told more to add the later in the month it is', () => {
    expect(addForRestOfMonth(yuan(8_000), '2026-11-01')).toBe(yuan(8_000))
    expect(addForRestOfMonth(yuan(8_000), '2026-11-16')).toBe(yuan(16_000))
    expect(addForRestOfMonth(yuan(8_000), '2026-11-30')).toBe(yuan(240_000))
  })

  it('reach the line with what they are told to add, and not with a fen a day less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: yuan(50_000) }), civilDate, (gapFen, on) => {
        const days = Number(endOfMonth(on).slice(8))
        const left = days - Number(on.slice(8)) + 1
        const addFen = addForRestOfMonth(gapFen, on)
        expect(addFen * left).toBeGreaterThanOrEqual(gapFen * days)
        expect((addFen - 1) * left).toBeLessThan(gapFen * days)
      }),
    )
  })
})

describe('I3: the value × intent grid', () => {
  const cells = VALUES.flatMap((value) => LEVELS.map((level) => ({ value, level })))

  it('gives each of its nine cells its own place', () => {
    expect(cells.map(({ value, level }) => priority(value, level)).sort()).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8,
    ])
  })

  it('never puts a cell behind one that is no better in value and in intent', () => {
    for (const a of cells) {
      for (const b of cells) {
        const noBetter =
          VALUES.indexOf(b.value) >= VALUES.indexOf(a.value) &&
          LEVELS.indexOf(b.level) >= LEVELS.indexOf(a.level)
        if (noBetter) expect(priority(a.value, a.level)).toBeLessThanOrEqual(priority(b.value, b.level))
      }
    }
  })

  it('puts the stronger intent first where value and intent are swapped', () => {
    expect(priority('low', 'high')).toBeLessThan(priority('high', 'low'))
    expect(priority('mid', 'high')).toBeLessThan(priority('high', 'mid'))
  })

  it('takes the value from the tier (T2)', () => {
    expect(TIERS.map(valueOfTier)).toEqual(['low', 'mid', 'high'])
  })
})

describe('the keys of the flag pad', () => {
  it('are one letter a product, in either case', () => {
    expect(new Set(PRODUCTS.map((product) => product.letter)).size).toBe(PRODUCTS.length)
    expect(productByLetter('l', DEFAULT_SETTINGS.productLetters)?.code).toBe('wealth')
    expect(productByLetter('J', DEFAULT_SETTINGS.productLetters)?.code).toBe('fund')
    expect(productByLetter('Q', DEFAULT_SETTINGS.productLetters)).toBeNull()
  })
})
