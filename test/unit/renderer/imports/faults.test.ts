import { describe, expect, it } from 'vitest'
import { entryOf, setField } from '../../../../src/renderer/features/imports/profile/draft.ts'
import { checkDraft } from '../../../../src/renderer/features/imports/profile/faults.ts'
import type { EntityFile, FileProfile } from '../../../../src/shared/contract/import-profile.ts'
import type { ImportEntity } from '../../../../src/shared/domain/imports/import-fields.ts'
import { detectedFile } from '../../../support/renderer/imports/detected.ts'

function entry(entity: ImportEntity): EntityFile {
  const made = entryOf(detectedFile(), entity)
  if (made.entity === 'lookup') throw new Error('an entity is no lookup')
  return made
}

function faultsOf(files: readonly FileProfile[], name = '夜间') {
  return checkDraft({ name, files }).faults
}

describe('what keeps a draft from being a profile', () => {
  it('is nothing for a whole one', () => {
    expect(faultsOf([entry('accounts')])).toEqual([])
  })

  it('is a missing name', () => {
    expect(faultsOf([entry('accounts')], '  ')).toEqual([{ kind: 'name' }])
  })

  it('is that nothing would be imported', () => {
    expect(faultsOf([])).toEqual([{ kind: 'no-files' }])
    expect(faultsOf([entryOf(detectedFile(), 'lookup')])).toEqual([{ kind: 'no-files' }])
  })

  it('is a required field without a source, by its name', () => {
    expect(faultsOf([setField(entry('accounts'), 'kind', null)])).toEqual([
      { kind: 'field-missing', entry: 0, content: 'accounts', place: 'kind' },
    ])
  })

  it('is a loan that names neither its customer nor an account', () => {
    const loans = setField(entry('loans'), 'key', { column: '账号' })
    expect(faultsOf([loans])).toEqual([
      { kind: 'owner-missing', entry: 0, content: 'loans', place: 'customerKey' },
    ])
  })

  it('is a date format that names no day', () => {
    expect(faultsOf([{ ...entry('accounts'), dateFormat: 'YYYY-MM' }])).toEqual([
      { kind: 'date-format', entry: 0, content: 'accounts', place: 'openedOn' },
    ])
  })

  it('is a lookup that does not exist', () => {
    const asking = setField(entry('accounts'), 'customerKey', {
      lookup: 'owner',
      by: { column: '账号' },
      take: '客户号',
    })
    expect(faultsOf([asking])).toEqual([
      { kind: 'lookup', entry: 0, content: 'accounts', place: 'customerKey' },
    ])
  })

  it('is told with the entry it stands in', () => {
    const broken = setField(entry('accounts'), 'key', null)
    expect(faultsOf([entry('accounts'), broken])).toMatchObject([{ entry: 1, place: 'key' }])
  })

  it('is told by its place where the screen has no words for it', () => {
    const nameless = { ...entryOf(detectedFile(), 'lookup'), key: '' }
    expect(faultsOf([entry('accounts'), nameless])).toEqual([
      { kind: 'other', entry: 1, content: 'lookup', place: 'key' },
    ])
  })
})
