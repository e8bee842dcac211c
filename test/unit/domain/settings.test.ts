import { describe, expect, it } from 'vitest'
import { SETTINGS } from '../../../src/shared/domain/branch/setting-table.ts'
import {
  branchSettingsSchema,
  DEFAULT_SETTINGS,
  FACT_SETTINGS,
} from '../../../src/shared/domain/branch/settings.ts'
import { NOTHING_KNOWN } from '../../../src/shared/domain/customer/customer-facts.ts'
import { findingsFor } from '../../../src/shared/domain/customer/findings.ts'

/** Somebody about whom every rule has to look at its thresholds. */
const EVERYTHING_KNOWN = {
  ...NOTHING_KNOWN,
  aumFen: 4_000_000,
  aumAverageFen: 4_900_000,
  balancePeak12mFen: 9_000_000,
  outflow90dFen: 6_000_000,
  lastActiveOn: '2026-01-10',
  nextMaturityOn: '2026-11-25',
  nextMaturityFen: 1_000_000,
  largest90dFen: 6_000_000,
  largest90dOn: '2026-11-01',
  enquiries90d: 3,
  lastEnquiryOn: '2026-11-01',
}

describe('the branch settings', () => {
  it('as shipped are valid', () => {
    expect(branchSettingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS)
  })

  it('mark for recomputing exactly what tiers and findings are computed from', () => {
    const asked = new Set<string>()
    const watched = new Proxy(DEFAULT_SETTINGS, {
      get: (settings, name) => {
        asked.add(String(name))
        return Reflect.get(settings, name)
      },
    })
    const { tierLines } = watched
    findingsFor({
      facts: EVERYTHING_KNOWN,
      birthOn: '1980-11-25',
      tierLines,
      asOf: '2026-11-22',
      settings: watched,
    })
    expect([...FACT_SETTINGS].sort()).toEqual([...asked].sort())
  })

  it('ship the fixed figures (F2, S3)', () => {
    expect(DEFAULT_SETTINGS.cadence).toEqual({
      high: { warn: 1, due: 2 },
      mid: { soft: 3, due: 5 },
      low: { first: 7, last: 14 },
    })
    expect(DEFAULT_SETTINGS).toMatchObject({ dormantMonths: 6, dormantBalanceFen: 2_000_000 })
    expect(SETTINGS).toMatchObject({
      cadence: { origin: 'fixed' },
      dormantMonths: { origin: 'fixed' },
      decayDays: { origin: 'ours' },
    })
  })

  it.each([
    ['a warning after the due date', { cadence: { ...DEFAULT_SETTINGS.cadence, high: { warn: 3, due: 2 } } }],
    [
      'a soft date after the due date',
      { cadence: { ...DEFAULT_SETTINGS.cadence, mid: { soft: 6, due: 5 } } },
    ],
    [
      'a first call after the last',
      { cadence: { ...DEFAULT_SETTINGS.cadence, low: { first: 15, last: 14 } } },
    ],
    ['a due date at once', { cadence: { ...DEFAULT_SETTINGS.cadence, high: { warn: 0, due: 0 } } }],
    ['tier lines out of order', { tierLines: [...DEFAULT_SETTINGS.tierLines].reverse() }],
    ['a tier line missing', { tierLines: DEFAULT_SETTINGS.tierLines.slice(1) }],
    [
      'two tiers on one line',
      { tierLines: DEFAULT_SETTINGS.tierLines.map((line) => ({ ...line, fromFen: 0 })) },
    ],
    ['dormancy over less than three months', { dormantMonths: 2 }],
    ['half a fen', { dormantBalanceFen: 0.5 }],
    ['no decay at all', { decayDays: 0 }],
    ['a setting nobody knows', { cadance: {} }],
  ])('refuse %s', (_, change) => {
    expect(branchSettingsSchema.safeParse({ ...DEFAULT_SETTINGS, ...change }).success).toBe(false)
  })
})
