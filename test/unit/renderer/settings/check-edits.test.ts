import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changedNames,
  checkEdits,
  type Edits,
} from '../../../../src/renderer/features/settings/branch-rules/check-edits.ts'
import {
  settingsOf,
  textOf,
  valuesOf,
} from '../../../../src/renderer/features/settings/branch-rules/setting-text.ts'
import { SETTINGS } from '../../../../src/shared/domain/branch/setting-table.ts'
import { DEFAULT_SETTINGS, SETTING_FIELDS } from '../../../../src/shared/domain/branch/settings.ts'

/** What the form says when somebody changes these fields of a branch with the defaults. */
const faultsOf = (edits: Edits) => {
  const checked = checkEdits(DEFAULT_SETTINGS, edits)
  return checked.ok ? {} : checked.faults
}

describe('the form holds every value of the branch', () => {
  test('each name once, and nothing is left out', () => {
    const names = SETTING_FIELDS.map(({ name }) => name)
    expect([...names].sort()).toEqual(Object.keys(valuesOf(DEFAULT_SETTINGS)).sort())
  })

  test('taking settings apart and putting them together changes nothing', () => {
    expect(settingsOf(valuesOf(DEFAULT_SETTINGS))).toEqual(DEFAULT_SETTINGS)
  })

  test('a value inside another has the origin of the whole', () => {
    const originOf = Object.fromEntries(SETTING_FIELDS.map(({ name, origin }) => [name, origin]))
    expect(originOf).toMatchObject({
      midDue: SETTINGS.cadence.origin,
      highNetWorthFromFen: SETTINGS.tierLines.origin,
      dormantMonths: SETTINGS.dormantMonths.origin,
    })
  })
})

describe('what is wrong is said beside its field', () => {
  test.each(SETTING_FIELDS.filter(({ unit }) => unit !== 'keys'))('$name below nothing', ({ name }) => {
    expect(Object.keys(faultsOf({ [name]: '-1' }))).toContain(name)
  })

  test('the limit of the rule is named', () => {
    expect(faultsOf({ dormantMonths: '2' })).toEqual({ dormantMonths: { kind: 'tooSmall', limit: 3 } })
    expect(faultsOf({ dormantMonths: '7' })).toEqual({ dormantMonths: { kind: 'tooBig', limit: 6 } })
  })

  test('F2: a level that is due before it warns is wrong at its last day, and only there', () => {
    expect(faultsOf({ midSoft: '6' })).toEqual({ midDue: { kind: 'beforeWarning' } })
    expect(faultsOf({ midSoft: '5' })).toEqual({})
  })

  test('T1: a tier that does not begin above the one before it', () => {
    expect(faultsOf({ highNetWorthFromFen: '50,000' })).toEqual({
      highNetWorthFromFen: { kind: 'notAboveLast' },
    })
    expect(faultsOf({ preferredFromFen: '0' })).toEqual({ preferredFromFen: { kind: 'notAboveLast' } })
  })

  test('several faults are said at once, the unreadable among the impossible', () => {
    const faults = faultsOf({ decayDays: '', largeCashFen: '1.234', idleLockMinutes: '121', lowFirst: '十' })
    expect(faults).toEqual({
      decayDays: { kind: 'empty' },
      largeCashFen: { kind: 'notAmount' },
      idleLockMinutes: { kind: 'tooBig', limit: 120 },
      lowFirst: { kind: 'notWhole' },
    })
  })

  test('a prefix longer than a scanner sends, counted in keys and not in the letters of their names', () => {
    expect(faultsOf({ scannerPrefix: '123456789' })).toEqual({ scannerPrefix: { kind: 'tooLong' } })
    expect(faultsOf({ scannerPrefix: '<Tab>1234567' })).toEqual({})
  })
})

describe('what would be saved', () => {
  test('money written in yuan, in either kind of digits, is kept in fen', () => {
    const checked = checkEdits(DEFAULT_SETTINGS, { largeCashFen: '８０，０００．５' })
    expect(checked).toEqual({ ok: true, settings: { ...DEFAULT_SETTINGS, largeCashFen: 8_000_050 } })
  })

  test('fields nobody touched keep what is stored, key for key', () => {
    const stored = { ...DEFAULT_SETTINGS, scannerSuffix: '\r\n' }
    expect(checkEdits(stored, { decayDays: '45' })).toEqual({
      ok: true,
      settings: { ...stored, decayDays: 45 },
    })
  })

  test('any number of days within a year can be written and comes back as written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 366 }), (days) => {
        const checked = checkEdits(DEFAULT_SETTINGS, { maturityDays: textOf(days, 'days') })
        expect(checked.ok && checked.settings.maturityDays).toBe(days)
      }),
    )
  })

  test('writing what was there already is no change', () => {
    expect(changedNames(DEFAULT_SETTINGS, { largeCashFen: '50,000', decayDays: ' 30 ' })).toEqual([])
    expect(changedNames(DEFAULT_SETTINGS, { decayDays: '31' })).toEqual(['decayDays'])
  })
})
