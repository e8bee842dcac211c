import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { detectFile, previewFile } from '../../../src/main/features/imports/reading/wizard.ts'
import {
  addEntry,
  draftOf,
  entryOf,
  readsSheet,
  rereadEntry,
  rereadFile,
  twinEntries,
} from '../../../src/renderer/features/imports/profile/draft.ts'
import { checkDraft } from '../../../src/renderer/features/imports/profile/faults.ts'
import { extractFolder } from '../../support/imports/written-files.ts'
import { workbook } from '../../support/imports/written-workbook.ts'

const row = (cells: readonly string[]) =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
const table = (rows: readonly (readonly string[])[]) => rows.map(row).join('')
const CUSTOMERS = ['客户号', '姓名', '手机号码']
const ACCOUNTS = ['账号', '客户号', '账户种类', '余额']

async function written(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Promise<string> {
  const book = workbook({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: table(rows) })),
  })
  return join(await extractFolder({ 'book.xlsx': book }), 'book.xlsx')
}

const TWINS = {
  一月: [CUSTOMERS, ['K1', '诸葛晴', '10012345678']],
  说明: [['请勿外传']],
  二月: [CUSTOMERS, ['K2', '欧阳远', '10087654321'], ['K3', '司马青', '10087654322']],
}

async function namesRead(path: string, draft: ReturnType<typeof draftOf>): Promise<unknown[]> {
  const { profile } = checkDraft(draft)
  if (profile === null) throw new Error('the draft is whole')
  const names: unknown[] = []
  for (const file of profile.files) {
    const { rows } = await previewFile({ ...profile, files: [file] }, dirname(path), 'book.xlsx')
    names.push(...rows.map(({ values }) => values.name ?? values.key))
  }
  return names
}

describe('D1: sheets of a workbook', () => {
  it('with the same header are recognised, the first is taken, and the others are offered', async () => {
    const path = await written(TWINS)
    const file = await detectFile(path)
    expect(file).toMatchObject({ sheet: '一月', twinSheets: ['二月'], sheets: ['一月', '说明', '二月'] })
    const draft = draftOf([file], 'p')
    expect(draft.files[0]).toMatchObject({ entity: 'customers', sheet: '一月' })
    expect(await namesRead(path, draft)).toEqual(['诸葛晴'])
    const [entry] = draft.files
    if (entry === undefined) throw new Error('customers were recognised')
    const all = twinEntries(draft, entry, file).reduce(addEntry, draft)
    expect(await namesRead(path, all)).toEqual(['诸葛晴', '欧阳远', '司马青'])
    expect(twinEntries(all, entry, file)).toEqual([])
  })

  it('are read by the one that a person chose, and a header is then chosen in that one', async () => {
    const path = await written({
      客户: [CUSTOMERS, ['K1', '诸葛晴', '10012345678']],
      账户: [['城南支行'], ACCOUNTS, ['A1', 'K1', '活期', '12.00']],
    })
    const first = await detectFile(path)
    expect(first).toMatchObject({ sheet: '', twinSheets: [], suggestedEntity: 'customers' })
    const other = await detectFile(path, null, true, '账户')
    expect(other).toMatchObject({
      sheet: '账户',
      titleLines: 1,
      header: ACCOUNTS,
      suggestedEntity: 'accounts',
    })
    const draft = addEntry(draftOf([first], 'p'), entryOf(other, 'accounts'))
    expect(draft.files[1]).toMatchObject({ entity: 'accounts', sheet: '账户', skipLines: 1 })
    expect(await namesRead(path, draft)).toEqual(['诸葛晴', 'A1'])
    const [customers, accounts] = draft.files
    if (customers === undefined || accounts === undefined) throw new Error('both were recognised')
    expect([readsSheet(accounts, other), readsSheet(customers, other)]).toEqual([true, false])
    const named = { ...draft, files: [rereadEntry(customers, { ...first, sheet: '客户' }), accounts] }
    const reread = rereadFile(named, { ...other, titleLines: 2 })
    expect(reread.files.map(({ skipLines, sheet }) => [sheet, skipLines])).toEqual([
      ['客户', 0],
      ['账户', 2],
    ])
  })

  it('an unknown one is refused, and text has none', async () => {
    const path = await written(TWINS)
    await expect(detectFile(path, null, true, '三月')).rejects.toMatchObject({ code: 'imports.unknownSheet' })
    const text = join(await extractFolder({ 'a.csv': '客户号,姓名\nK1,诸葛晴\n' }), 'a.csv')
    expect(await detectFile(text)).toMatchObject({ sheet: '', sheets: [], twinSheets: [] })
  })
})
