import { describe, expect, it } from 'vitest'
import {
  branchSettingsSchema,
  DEFAULT_SETTINGS,
  SETTING_ORIGIN,
} from '../../../src/shared/domain/settings.ts'

describe('the branch settings', () => {
  it('as shipped are valid, and each says where its default comes from', () => {
    expect(branchSettingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS)
    expect(Object.keys(SETTING_ORIGIN).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort())
  })

  it('ship the fixed figures (F2, S3)', () => {
    expect(DEFAULT_SETTINGS.cadence).toEqual({
      high: { warn: 1, due: 2 },
      mid: { soft: 3, due: 5 },
      low: { first: 7, last: 14 },
    })
    expect(DEFAULT_SETTINGS).toMatchObject({ dormantMonths: 6, dormantBalanceFen: 2_000_000 })
    expect(SETTING_ORIGIN).toMatchObject({ cadence: 'fixed', dormantMonths: 'fixed', decayDays: 'ours' })
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
