import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { draftFrom, rereadFile } from '../../../../src/renderer/features/imports/profile/draft.ts'
import { checkDraft } from '../../../../src/renderer/features/imports/profile/faults.ts'
import { readFileText } from '../../../../src/renderer/features/imports/profile/file-text.ts'
import {
  delimiterOf,
  delimiterText,
  listOf,
  listText,
} from '../../../../src/renderer/features/imports/profile/option-texts.ts'
import { importProfileSchema } from '../../../../src/shared/contract/import-profile.ts'
import { detectedFile } from '../../../support/renderer/imports/detected.ts'

/** Says everything that a profile can say, each other than its default. */
const PROFILE = importProfileSchema.parse({
  $schema: './import-profile.schema.json',
  version: 1,
  name: '夜间',
  stopAtFlagged: 'never',
  files: [
    {
      entity: 'customers',
      file: ['客户_*.csv', 'more.csv'],
      optional: true,
      marker: { file: '{name}.ok', rows: { at: { column: 2 }, besides: 1 }, digest: 'md5' },
      trailer: { prefix: 'T|', rows: { at: { column: 2 } } },
      settleSeconds: 30,
      format: 'csv',
      member: 'c_*.txt',
      sheet: '客户',
      encoding: 'gb18030',
      delimiter: '|@|',
      quote: 'none',
      escape: 'backslash',
      linePrefix: '>>',
      lineEnd: '||\n',
      lineBreaks: true,
      endDelimiter: true,
      header: false,
      columns: ['号', '名', '生日'],
      skipLines: 3,
      decimal: ',',
      unit: 'wan',
      signMarks: { positive: ['CR'], negative: ['DR'] },
      rateUnit: 'permille',
      dateFormat: ['YYYYMMDD', 'YY/MM/DD'],
      fillerDates: 'refuse',
      nulls: ['-', '/'],
      yearPivot: 30,
      where: { 类: ['1', '2'] },
      unless: { 状态: '9' },
      fields: {
        key: { column: '号', number: { pad: 10 } },
        name: { lookup: '名册', by: { column: '号' }, take: '名' },
        birthOn: { column: '生日', date: { format: 'YYYYMMDD' }, emptyWhen: ['00000000'] },
      },
    },
    {
      entity: 'accounts',
      file: 'A.DAT',
      format: 'fixed',
      layout: [
        { column: '账号', length: 19 },
        { column: '余额', from: 41, length: 15, decimals: 2, zoned: true },
      ],
      recordLength: 80,
      recordType: { from: 1, is: 'D' },
      fields: {
        key: { column: '账号' },
        customerKey: { column: '账号' },
        kind: { constant: 'demand' },
        balance: { column: '余额' },
      },
    },
    { entity: 'lookup', name: '名册', file: 'names.csv', key: '号', take: ['名'] },
  ],
})

test('the profile of this test says everything that the published schema knows of a file', () => {
  const published = JSON.parse(readFileSync('docs/import-profile.schema.json', 'utf8'))
  const known = new Set<string>(
    published.properties.files.items.oneOf.flatMap((each: { readonly properties: object }) =>
      Object.keys(each.properties),
    ),
  )
  expect([...new Set(PROFILE.files.flatMap((file) => Object.keys(file)))].sort()).toEqual([...known].sort())
  expect(Object.keys(PROFILE).sort()).toEqual(Object.keys(published.properties).sort())
})

test('a profile that is opened goes through the wizard and comes out as it was', () => {
  expect(checkDraft(draftFrom(PROFILE))).toEqual({ profile: PROFILE, faults: [] })
})

test('a file as text is the same file', () => {
  for (const entry of PROFILE.files) {
    expect(readFileText(JSON.stringify(entry, null, 1), entry.entity)).toEqual({ ok: true, entry })
  }
})

test('a text that is no profile is told with the place and what is wrong there, and what a file holds is not typed', () => {
  const [entry] = PROFILE.files
  expect(readFileText('{', 'customers')).toMatchObject({ ok: false, where: 'JSON' })
  const text = JSON.stringify({ ...entry, settleSeconds: -1 })
  expect(readFileText(text, 'customers')).toMatchObject({ ok: false, where: 'settleSeconds' })
  expect(readFileText(JSON.stringify({ ...entry, endDelimeter: true }), 'customers')).toMatchObject({
    ok: false,
    why: expect.stringContaining('endDelimeter'),
  })
  expect(readFileText(JSON.stringify(entry), 'accounts')).toMatchObject({ ok: false, where: 'entity' })
})

test('another line as the header changes where the columns come from, and nothing else that was said of the file', () => {
  const file = detectedFile()
  const said = { encoding: 'gb18030', signMarks: 'overpunch', settleSeconds: 30, delimiter: '|@|' } as const
  const [first] = PROFILE.files
  if (first === undefined || first.entity !== 'customers') throw new Error('the first file has customers')
  const { columns: _columns, ...others } = { ...first, ...said, file: '*' }
  const { files } = rereadFile({ name: '夜间', files: [others] }, { ...file, titleLines: 2 })
  expect(files[0]).toMatchObject({
    ...said,
    skipLines: 2,
    marker: first.marker,
    dateFormat: first.dateFormat,
  })
})

test('what is typed for a delimiter and for texts that mean nothing is what is kept', () => {
  for (const typed of ['|@|', '\\t', '\\x1d', ',']) expect(delimiterText(delimiterOf(typed))).toBe(typed)
  expect(delimiterOf('')).toBe('auto')
  expect(delimiterText('\t')).toBe('\\t')
  expect(listOf(listText(['-', '无']))).toEqual(['-', '无'])
  expect(listOf('')).toBeUndefined()
})
