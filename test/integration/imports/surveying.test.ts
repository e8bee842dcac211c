import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importProfileSchema } from '../../../src/shared/contract/import-profile.ts'
import { countOf, databaseImage } from '../../support/imports/database-image.ts'
import { ImportingBranch } from '../../support/imports/importing-branch.ts'
import { surveyImport } from '../../support/imports/run-job.ts'

let branch: ImportingBranch
beforeEach(() => {
  branch = new ImportingBranch()
})
afterEach(() => branch.close())

test('a survey counts of each field what is filled, empty, flagged and rejected, over the whole file', async () => {
  const lines = Array.from({ length: 3_000 }, (_, n) => {
    const name = n % 10 === 0 ? '' : '李明'
    const phone = ['', '1390000', '13900000000'][n % 3]
    return `C${n}|${name}|${phone}|${n % 2 === 0 ? '12.50' : ''}|${n % 100 === 50 ? 'x' : 'y'}`
  })
  writeFileSync(join(branch.folder.path, 'c.txt'), `号|姓名|手机|收入|类\n${lines.join('\n')}\n`)
  const profile = importProfileSchema.parse({
    version: 1,
    name: '测试',
    files: [
      {
        entity: 'customers',
        file: 'c.txt',
        delimiter: '|',
        unless: { 类: 'x' },
        fields: {
          key: { column: '号' },
          name: { column: '姓名' },
          phone: { firstOf: [{ column: '手机' }, { constant: '' }] },
          income: { column: '收入' },
        },
      },
    ],
  })
  const before = databaseImage(branch.engine.connection)
  const { files, refusal } = await surveyImport(branch.engine, profile, branch.folder.path)
  expect(databaseImage(branch.engine.connection)).toEqual(before)
  const [survey] = files
  if (survey === undefined) throw new Error('nothing was looked at')
  expect(refusal).toMatchObject({ code: 'imports.tooManyFlagged' })
  // Counted a second way: by the rule that wrote the lines.
  const left = Array.from({ length: 3_000 }, (_, n) => n).filter((n) => n % 100 !== 50)
  const accepted = left.filter((n) => n % 10 !== 0)
  const of = (test: (n: number) => boolean) => accepted.filter(test).length
  expect(survey).toMatchObject({
    records: left.length,
    accepted: accepted.length,
    rejected: left.length - accepted.length,
    skipped: 3_000 - left.length,
    damaged: {},
  })
  expect(survey.fields).toMatchObject([
    { field: 'key', filled: accepted.length, empty: 0 },
    {
      field: 'name',
      filled: accepted.length,
      rejected: { 'required-missing': left.length - accepted.length },
    },
    {
      field: 'phone',
      columns: ['手机'],
      filled: of((n) => n % 3 === 2),
      empty: of((n) => n % 3 === 0),
      flagged: { 'phone-unreadable': of((n) => n % 3 === 1) },
    },
    { field: 'income', filled: of((n) => n % 2 === 0), empty: of((n) => n % 2 === 1) },
  ])
})

/** Customers of whom some have a phone that cannot be read. */
function customers(all: number, unreadable: number) {
  return Array.from({ length: all }, (_, n) => ({
    key: `C${n}`,
    name: '李明',
    birthOn: `19${10 + (n % 80)}-01-02`,
    phone: n < unreadable ? '1390000' : '13900000000',
  }))
}

test('a survey names the column that would stop the run, as the run itself does', async () => {
  const profile = branch.folder.write({ customers: customers(40, 4) })
  const { files, refusal } = await surveyImport(branch.engine, profile, branch.folder.path)
  const stopped = await branch.load({ customers: customers(40, 4) }).catch((error) => error)
  expect(refusal).toEqual({ code: 'imports.tooManyFlagged', detail: stopped.detail })
  expect(refusal?.code).toBe(stopped.code)
  const phone = files[0]?.fields.find(({ field }) => field === 'phone')
  expect(phone).toMatchObject({ stops: ['phone-unreadable'], flagged: { 'phone-unreadable': 4 }, filled: 36 })
  expect(phone?.examples).toEqual(
    [2, 3, 4].map((line) => ({ result: 'flagged', code: 'phone-unreadable', line, shape: '9999999' })),
  )
  expect(countOf(branch.engine.connection, 'import_run')).toBe(0)
})

test('below the limit nothing stops it, and `never` stops nothing', async () => {
  for (const [unreadable, stopAtFlagged] of [
    [3, 10],
    [40, 'never'],
  ] as const) {
    const profile = { ...branch.folder.write({ customers: customers(40, unreadable) }), stopAtFlagged }
    const survey = await surveyImport(branch.engine, profile, branch.folder.path)
    expect(survey.refusal).toBeNull()
    expect(survey.files[0]?.fields.flatMap(({ stops }) => stops)).toEqual([])
  }
})

test('it says how dates, keys and numbers are written, and shows no value', async () => {
  const lines = [
    'K0001|诸葛晴|1990-02-28|1,234.50',
    'K0002|欧阳远|1988-11-03|98,765,432.10',
    'K0003|司马云||7.00',
  ]
  writeFileSync(join(branch.folder.path, 'f.txt'), `号|姓名|生日|收入\n${lines.join('\n')}\n`)
  const fields = {
    key: { column: '号' },
    name: { column: '姓名' },
    birthOn: { column: '生日' },
    income: { column: '收入' },
  }
  const profile = importProfileSchema.parse({
    version: 1,
    name: '写法',
    files: [{ entity: 'customers', file: 'f.txt', delimiter: '|', fields }],
  })
  const { files } = await surveyImport(branch.engine, profile, branch.folder.path)
  const [key, name, birthOn, income] = files[0]?.fields ?? []
  expect(key?.forms).toEqual([{ form: 'a9999', count: 3 }])
  expect(name?.forms).toEqual([])
  expect(birthOn).toMatchObject({
    dateFormat: 'YYYY-MM-DD',
    forms: [{ form: '9999-99-99', count: 2 }],
    empty: 1,
  })
  expect(income?.forms.map(({ form }) => form).sort()).toEqual(
    ['9,999,999.99', '9,999.99', '9.99'].slice(1).concat('9,999,999.99').sort(),
  )
  expect(JSON.stringify(files)).not.toMatch(/诸葛|欧阳|司马|1990|1988|234|765|K000/)
})

test('the same night a second time is told with all that was seen, and a survey is no night', async () => {
  const extract = { customers: customers(5, 0) }
  const profile = branch.folder.write(extract)
  const look = () => surveyImport(branch.engine, profile, branch.folder.path, { again: false })
  expect((await look()).refusal).toBeNull()
  expect((await look()).refusal).toBeNull()
  await branch.load(extract, { again: false })
  const { refusal, files } = await look()
  expect(refusal).toMatchObject({ code: 'imports.sameNight' })
  expect(files[0]?.accepted).toBe(5)
})

test('what keeps a run from beginning keeps a survey from it, and a cancelled one ends', async () => {
  const profile = branch.folder.write({ customers: customers(5, 0) })
  const empty = join(branch.folder.path, 'empty')
  mkdirSync(empty)
  await expect(surveyImport(branch.engine, profile, empty)).rejects.toMatchObject({
    code: 'imports.fileMissing',
  })
  const stop = AbortSignal.abort()
  await expect(
    surveyImport(branch.engine, profile, branch.folder.path, { signal: stop }),
  ).rejects.toMatchObject({ code: 'imports.cancelled' })
})

test('a number that names a transfer and not its postings is told with a key that would do', async () => {
  const postings = ['T1,1,A1,2026-01-05,100.00', 'T1,2,A1,2026-01-05,0.50', 'T2,1,A1,2026-01-06,7.00']
  writeFileSync(join(branch.folder.path, 't.csv'), `流水号,分录序号,账号,日期,金额\n${postings.join('\n')}\n`)
  const profile = importProfileSchema.parse({
    version: 1,
    name: '流水',
    files: [
      {
        entity: 'transactions',
        file: 't.csv',
        fields: {
          key: { column: '流水号' },
          accountKey: { column: '账号' },
          on: { column: '日期' },
          amount: { column: '金额' },
          direction: { constant: 'in' },
          kind: { constant: 'transfer' },
        },
      },
    ],
  })
  const { files } = await surveyImport(branch.engine, profile, branch.folder.path)
  expect(files[0]?.keys).toEqual({
    records: 3,
    repeated: 1,
    lines: [2, 3],
    proposal: { template: '{流水号}-{分录序号}' },
  })
})
