import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS, settingsFrom } from '../../../src/shared/domain/branch/settings.ts'

const OURS = { ...DEFAULT_SETTINGS, fatigueDays: 45, dailyViewCap: 120 }

test('a branch gets back what it stored', () => {
  expect(settingsFrom(JSON.parse(JSON.stringify(OURS)))).toEqual(OURS)
})

test('a setting whose rule was added later is the default', () => {
  const { fatigueTimes: _later, ...before } = OURS
  expect(settingsFrom(before)).toEqual(OURS)
})

test.each([{ fatigueDays: 'thirty' }, { fatigueDays: -1 }, { fatigueDays: null }])(
  'a setting that the rules do not allow any more is the default, and the others stay: %o',
  (wrong) => {
    expect(settingsFrom({ ...OURS, ...wrong })).toEqual({
      ...OURS,
      fatigueDays: DEFAULT_SETTINGS.fatigueDays,
    })
  },
)

test('two settings out of order: the later is the default, and the others stay', () => {
  const stored = { ...OURS, escalateOwnerDays: 4, escalateHeadDays: 3 }
  expect(settingsFrom(stored)).toEqual({
    ...stored,
    escalateHeadDays: DEFAULT_SETTINGS.escalateHeadDays,
  })
})

test('what is no setting, as of a newer program, is left out', () => {
  expect(settingsFrom({ ...OURS, colourOfTheSign: 'red' })).toEqual(OURS)
})
