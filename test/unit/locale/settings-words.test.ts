import { expect, test } from 'vitest'
import { SETTINGS } from '../../../src/shared/domain/branch/setting-table.ts'
import { SETTING_FIELDS, SETTING_GROUPS } from '../../../src/shared/domain/branch/settings.ts'
import { CATALOGUES } from '../../../src/shared/locale/index.ts'

/** Written, not counted: there is nothing to say behind them. */
const WITHOUT_UNIT = ['keys', 'clock', 'letters']

const keys = (words: object): string[] => Object.keys(words).sort()
const each = (names: readonly string[]): string[] => [...new Set(names)].sort()

test.each(Object.entries(CATALOGUES))('%s names every setting, and none that does not exist', (_, words) => {
  const { settings } = words
  // A setting of several values has a name as a whole too: the audit says that it was changed.
  const named = [...SETTING_FIELDS.map(({ name }) => name), ...Object.keys(SETTINGS)]
  expect(keys(settings.field)).toEqual(each(named))
  const groups = SETTING_GROUPS.map(({ group }) => group)
  expect(keys(settings.group)).toEqual(each(groups))
  expect(keys(settings.groupHint)).toEqual(each(groups))
  const units = SETTING_FIELDS.map(({ unit }) => unit).filter((unit) => !WITHOUT_UNIT.includes(unit))
  expect(keys(settings.unit)).toEqual(each(units))
  expect(keys(settings.origin)).toEqual(each(SETTING_FIELDS.map(({ origin }) => origin)))
  expect(keys(settings.originHint)).toEqual(keys(settings.origin))
})
