import { describe, expect, it } from 'vitest'
import { entryOf } from '../../../../src/renderer/features/imports/profile/draft.ts'
import { fileLines } from '../../../../src/renderer/features/imports/wizard/file-content.tsx'
import { previewableFiles } from '../../../../src/renderer/features/imports/wizard/preview-step.tsx'
import { stepBeside } from '../../../../src/renderer/features/imports/wizard/use-wizard.ts'
import { detectedFile } from '../../../support/renderer/imports/detected.ts'

const accounts = entryOf(detectedFile(), 'accounts')
const lookup = entryOf(detectedFile(), 'lookup')
const absent = { ...accounts, file: 'gone.csv' }

describe('the lines of the recognised files', () => {
  it('show a file that nothing is made of yet', () => {
    expect(fileLines({ name: '', files: [] }, ['a.csv'])).toEqual([
      { fileName: 'a.csv', entry: null, present: true },
    ])
  })

  it('show a file once for each thing that is made of it', () => {
    const lines = fileLines({ name: '', files: [accounts, lookup] }, ['acct.csv'])
    expect(lines.map(({ entry }) => entry?.profile.entity)).toEqual(['accounts', 'lookup'])
  })

  it('end with what the profile asks for and the folder has not', () => {
    const lines = fileLines({ name: '', files: [absent, accounts] }, ['acct.csv'])
    expect(lines.map(({ fileName, present }) => [fileName, present])).toEqual([
      ['acct.csv', true],
      ['gone.csv', false],
    ])
  })
})

describe('the files of the preview', () => {
  it('are those that bring rows, each once', () => {
    const files = [lookup, accounts, { ...accounts, entity: 'loans' as const, fields: {} }]
    expect(previewableFiles({ files }, ['acct.csv', 'x.csv'])).toEqual([
      { fileName: 'acct.csv', entity: 'accounts' },
    ])
  })
})

describe('the wizard’s steps', () => {
  it('lead on and back, and stop at both ends', () => {
    expect(stepBeside('choose', 1)).toBe('recognise')
    expect(stepBeside('choose', -1)).toBe('choose')
    expect(stepBeside('sheet', 1)).toBe('sheet')
  })
})
