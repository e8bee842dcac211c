import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseImportProfile } from '../../../src/main/features/imports/reading/parse-profile.ts'
import { detectFile, extractReading, previewFile } from '../../../src/main/features/imports/reading/wizard.ts'
import { balanceEntryOf, draftOf, rereadFile } from '../../../src/renderer/features/imports/profile/draft.ts'
import { checkDraft } from '../../../src/renderer/features/imports/profile/faults.ts'
import { extractFolder } from '../../support/imports/written-files.ts'

/** A report as a counter program prints it: two lines of title, then the table. */
const REPORT = [
  '某支行客户清单',
  '制表:王建国 2026-11-20',
  '客户号,姓名,手机号码,存款余额',
  'K1,诸葛晴,10012345678,52000.00',
  'K2,欧阳远,10087654321,80.00',
]

const written = async (lines: readonly string[]) =>
  join(await extractFolder({ 'report.csv': `${lines.join('\n')}\n` }), 'report.csv')

describe('D1: title lines and the header', () => {
  it('takes the lines that fill few cells for titles', async () => {
    expect(await detectFile(await written(REPORT))).toMatchObject({
      titleLines: 2,
      hasHeader: true,
      header: ['客户号', '姓名', '手机号码', '存款余额'],
      suggestedEntity: 'customers',
      sample: [
        ['K1', '诸葛晴', '10012345678', '52000.00'],
        ['K2', '欧阳远', '10087654321', '80.00'],
      ],
    })
  })

  it('shows the first lines as they stand, so that another can be chosen', async () => {
    const { top } = await detectFile(await written(REPORT))
    expect(top.map(({ line, cells }) => [line, cells[0]])).toEqual(
      REPORT.map((text, at) => [at + 1, text.split(',')[0]]),
    )
  })

  it('reads the file by the line that a person chose, and the profile says so', async () => {
    const path = await written(['a,b,c', '客户号,姓名,手机号码', 'K1,诸葛晴,10012345678'])
    const first = await detectFile(path)
    expect(first.titleLines).toBe(0)
    const chosen = await detectFile(path, { titleLines: 1, header: true })
    const draft = rereadFile({ name: 'p', files: [{ ...draftEntry(chosen), skipLines: 0 }] }, chosen)
    expect(draft.files[0]).toMatchObject({ skipLines: 1, header: true, entity: 'customers' })
    const { profile } = checkDraft(draft)
    if (profile === null) throw new Error('the draft is whole')
    const { rows } = await previewFile(profile, join(path, '..'), 'report.csv')
    expect(rows.map(({ line, values }) => [line, values.name])).toEqual([[3, '诸葛晴']])
  })

  it('begins the data at the chosen line where a file has no header', async () => {
    const chosen = await detectFile(await written(REPORT), { titleLines: 3, header: false })
    expect(chosen).toMatchObject({ hasHeader: false, header: ['1', '2', '3', '4'] })
    expect(chosen.sample.map(([key]) => key)).toEqual(['K1', 'K2'])
  })
})

describe('D1: a balance in a file of customers', () => {
  it('is offered as an account of each customer, which the profile then reads', async () => {
    const path = await written(REPORT)
    const file = await detectFile(path)
    expect(file.balanceColumn).toBe('存款余额')
    const account = balanceEntryOf(file)
    if (account === null) throw new Error('a balance was found')
    const draft = draftOf([file], 'p')
    const { profile } = checkDraft({ ...draft, files: [account] })
    if (profile === null) throw new Error('the draft is whole')
    const { rows } = await previewFile(profile, join(path, '..'), 'report.csv')
    expect(rows.map(({ values, accepted }) => [values.customerKey, values.balance, accepted])).toEqual([
      ['K1', '52000.00', true],
      ['K2', '80.00', true],
    ])
  })

  it('is not looked for in a file of accounts, which has a field for it', async () => {
    const path = await written(['账号,客户号,账户种类,余额', 'A1,K1,活期,5.00'])
    expect((await detectFile(path)).balanceColumn).toBeNull()
  })
})

describe('P2: who may not see customers sees none in a file', () => {
  it('masks the sample and the first lines, and says which columns', async () => {
    const file = await detectFile(await written(REPORT), null, false)
    const shown = JSON.stringify(file)
    for (const secret of ['诸葛晴', '欧阳远', '10012345678', '10087654321', '王建国']) {
      expect(shown).not.toContain(secret)
    }
    expect(file.header).toEqual(['客户号', '姓名', '手机号码', '存款余额'])
    expect(file.maskedColumns).toEqual(['姓名', '手机号码', '存款余额'])
  })

  it('does not take a customer’s line for a header, which is never masked', async () => {
    const file = await detectFile(await written(REPORT), { titleLines: 3, header: true }, false)
    expect(file.hasHeader).toBe(false)
    expect(JSON.stringify(file)).not.toContain('诸葛晴')
  })
})

describe('P2: choosing the header line by line shows no line', () => {
  const TABLE = ['客户号,姓名,职业', 'Ka,诸葛晴,教师', 'Kb,欧阳远,医生']

  it('where a line of data has no digit that would tell it from a header', async () => {
    for (const titleLines of [0, 1, 2]) {
      const file = await detectFile(await written(TABLE), { titleLines, header: true }, false)
      expect(JSON.stringify(file)).not.toMatch(/诸葛晴|欧阳远/)
      expect(file.hasHeader).toBe(titleLines === 0)
    }
  })

  it('a header under a title that was not taken for one can still be chosen', async () => {
    const path = await written(['客户清单,本月,全部', ...TABLE])
    expect(await detectFile(path, { titleLines: 1, header: true }, false)).toMatchObject({
      hasHeader: true,
      header: ['客户号', '姓名', '职业'],
    })
  })
})

describe('P2: a preview hides a person behind whatever field their column was mapped to', () => {
  const SECRETS = ['诸葛晴', '欧阳远', '10012345678', '10087654321']
  const key = { column: '客户号' }
  const name = { column: '姓名' }
  const shownBy = async (files: object[]) => {
    const path = await written(REPORT.slice(2))
    const profile = parseImportProfile(JSON.stringify({ version: 1, name: 'p', files }))
    const masked = await extractReading.preview(profile, join(path, '..'), 'report.csv', false)
    for (const secret of SECRETS) expect(JSON.stringify(masked)).not.toContain(secret)
    return masked.rows[0]?.values
  }
  const customers = (fields: object) => ({ file: 'report.csv', entity: 'customers', fields })

  it.each([
    ['a field that is shown', { key, name, occupation: { column: '手机号码' } }],
    ['a field that hides less than the column needs', { key, name, leaning: { column: '姓名' } }],
    ['an amount', { key, name, income: { column: '手机号码' } }],
    ['the key', { key: { column: '手机号码' }, name }],
    ['a text put together', { key, name, industry: { template: '{姓名} {手机号码}' } }],
  ])('%s', async (_, fields) => {
    const values = await shownBy([customers(fields)])
    expect(values?.name).toBe('诸葛*')
  })

  it('is masked by the entry that it shows, where several read one file', async () => {
    const account = { key: { column: '客户号' }, customerKey: key, kind: { constant: 'demand' } }
    const accounts = { file: 'report.csv', entity: 'accounts', fields: account }
    const values = await shownBy([accounts, customers({ key, name, phone: { column: '手机号码' } })])
    expect(values).toMatchObject({ key: 'K1', name: '诸葛*' })
  })
})

function draftEntry(file: Parameters<typeof draftOf>[0][number]) {
  const [entry] = draftOf([file], 'p').files
  if (entry === undefined) throw new Error('the file was recognised')
  return entry
}
