import { describe, expect, it } from 'vitest'
import {
  addEntry,
  draftOf,
  entryOf,
  filesRead,
  fits,
  removeEntry,
  replaceEntry,
  setField,
} from '../../../../src/renderer/features/imports/profile/draft.ts'
import { checkDraft } from '../../../../src/renderer/features/imports/profile/faults.ts'
import type { EntityFile } from '../../../../src/shared/contract/import-profile.ts'
import { detectedFile } from '../../../support/renderer/imports/detected.ts'

function accounts(): EntityFile {
  const entry = entryOf(detectedFile(), 'accounts')
  if (entry.entity === 'lookup') throw new Error('accounts are no lookup')
  return entry
}

describe('the draft that follows from recognised files', () => {
  it('is a whole profile where the headers said enough', () => {
    expect(checkDraft(draftOf([detectedFile()], '夜间')).profile).toMatchObject({
      version: 1,
      name: '夜间',
      files: [{ entity: 'accounts', file: 'acct.csv', dateFormat: 'YYYYMMDD' }],
    })
  })

  it('leaves out what nobody could place', () => {
    const unknown = detectedFile({ name: 'notes.csv', suggestedEntity: null })
    expect(draftOf([unknown, detectedFile()], '').files).toHaveLength(1)
  })

  it('keeps encoding and delimiter automatic, so that a changed exporter does not break it', () => {
    expect(accounts()).toMatchObject({ encoding: 'auto', delimiter: 'auto' })
  })

  it('names the columns itself where the file has no header', () => {
    const entry = entryOf(detectedFile({ hasHeader: false, header: ['1', '2'] }), 'loans')
    expect(entry).toMatchObject({ header: false, columns: ['1', '2'] })
  })

  it('takes no columns over when a person says that the file holds something else', () => {
    expect(entryOf(detectedFile(), 'transactions')).toMatchObject({ entity: 'transactions', fields: {} })
  })

  it('makes a lookup of the first column, from which all others can be taken', () => {
    expect(entryOf(detectedFile(), 'lookup')).toMatchObject({
      name: 'acct',
      key: '账号',
      take: ['客户号', '账户种类', '开户日期'],
    })
  })
})

describe('changing a draft', () => {
  const first = accounts()
  const lookup = entryOf(detectedFile(), 'lookup')

  it('adds, replaces and removes entries without touching the draft before', () => {
    const draft = { name: 'x', files: [first] }
    expect(addEntry(draft, lookup).files).toEqual([first, lookup])
    expect(replaceEntry(draft, 0, lookup).files).toEqual([lookup])
    expect(removeEntry(addEntry(draft, lookup), 0).files).toEqual([lookup])
    expect(draft.files).toEqual([first])
  })

  it('leaves a field out of the import when its source is taken away', () => {
    const without = setField(first, 'openedOn', null)
    expect(Object.keys(without.fields)).toEqual(['key', 'customerKey', 'kind'])
    expect(setField(without, 'openedOn', { column: '开户日期' }).fields.openedOn).toEqual({
      column: '开户日期',
    })
  })
})

describe('which files a profile reads', () => {
  it('reads a star as any characters, and upper and lower case alike', () => {
    const entry = { ...accounts(), file: ['acct_*.csv', 'OLD.csv'] }
    expect(filesRead(entry, ['ACCT_1119.csv', 'acct.csv', 'old.CSV'])).toEqual(['ACCT_1119.csv', 'old.CSV'])
  })

  it('fits a folder that has every file it cannot do without', () => {
    const files = [accounts(), { ...accounts(), file: 'more.csv', optional: true }]
    expect(fits({ files }, ['acct.csv', 'other.txt'])).toBe(true)
    expect(fits({ files }, ['more.csv'])).toBe(false)
  })

  it('does not fit a folder from which it would read nothing but lookups', () => {
    const files = [entryOf(detectedFile({ name: 'disp.csv' }), 'lookup'), { ...accounts(), optional: true }]
    expect(fits({ files }, ['disp.csv'])).toBe(false)
  })
})
