import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/domain/calendar/civil-date.ts'
import {
  decayedLevel,
  LEVELS,
  nextAction,
  SIGNALS,
  suggestLevel,
} from '../../../src/shared/domain/work/intent.ts'
import { civilDate } from '../../support/domain/arbitraries.ts'

const settings = { decayDays: 30 }
const STRENGTH = { high: 3, mid: 2, low: 1, faded: 0 }

describe('I1: the level that signals speak for', () => {
  it.each([
    [['brings-papers'], 'high'],
    [['applies'], 'high'],
    [['rate', 'applies'], 'high'],
    [['compare-peers'], 'mid'],
    [['materials'], 'mid'],
    [['risk-grade'], 'mid'],
    [['yield-method'], 'mid'],
    [['rate'], 'low'],
    [[], 'low'],
  ] as const)('of %j is %s', (signals, level) => {
    expect(suggestLevel(signals)).toBe(level)
  })

  it('never falls when one more signal is seen', () => {
    const some = fc.subarray([...SIGNALS])
    fc.assert(
      fc.property(some, fc.constantFrom(...SIGNALS), (signals, one) => {
        expect(STRENGTH[suggestLevel([...signals, one])]).toBeGreaterThanOrEqual(
          STRENGTH[suggestLevel(signals)],
        )
      }),
    )
  })
})

describe('I1: decay', () => {
  it('takes one level on the thirtieth quiet day, not on the twenty-ninth', () => {
    expect(decayedLevel('high', '2026-10-01', '2026-10-30', settings)).toEqual({
      level: 'high',
      steps: 0,
      nextDecayOn: '2026-10-31',
    })
    expect(decayedLevel('high', '2026-10-01', '2026-10-31', settings)).toEqual({
      level: 'mid',
      steps: 1,
      nextDecayOn: '2026-11-30',
    })
  })

  it('ends faded, with nothing left to lose', () => {
    expect(decayedLevel('high', '2026-01-01', '2026-12-31', settings)).toEqual({
      level: 'faded',
      steps: 3,
      nextDecayOn: null,
    })
    expect(decayedLevel('low', '2026-10-01', '2026-10-31', settings)).toMatchObject({
      level: 'faded',
      steps: 1,
    })
  })

  it('does not run backwards when the evidence is newer than the day asked about', () => {
    expect(decayedLevel('mid', '2026-11-25', '2026-11-22', settings)).toMatchObject({
      level: 'mid',
      steps: 0,
    })
  })

  it('never strengthens an intent as days pass, and steps down on the day it announced', () => {
    const quiet = fc.integer({ min: 0, max: 200 })
    fc.assert(
      fc.property(fc.constantFrom(...LEVELS), civilDate, quiet, quiet, (level, from, a, b) => {
        const [sooner, later] = a < b ? [a, b] : [b, a]
        const before = decayedLevel(level, from, addDays(from, sooner), settings)
        const after = decayedLevel(level, from, addDays(from, later), settings)
        expect(STRENGTH[after.level]).toBeLessThanOrEqual(STRENGTH[before.level])
        if (before.nextDecayOn !== null) {
          expect(decayedLevel(level, from, before.nextDecayOn, settings).steps).toBe(before.steps + 1)
          expect(decayedLevel(level, from, addDays(before.nextDecayOn, -1), settings).steps).toBe(
            before.steps,
          )
        }
      }),
    )
  })
})

describe('I2: the next action', () => {
  it('is one person for 高, a comparison for 中, light news for 低', () => {
    expect(LEVELS.map(nextAction)).toEqual(['one-to-one', 'comparison', 'light-news'])
  })
})
