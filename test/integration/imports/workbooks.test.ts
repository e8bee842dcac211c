import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importProfileSchema } from '../../../src/shared/contract/import-profile.ts'
import { countOf } from '../../support/imports/database-image.ts'
import { ImportingBranch } from '../../support/imports/importing-branch.ts'
import { runImport } from '../../support/imports/run-job.ts'
import { textRow, workbook } from '../../support/imports/written-workbook.ts'

let branch: ImportingBranch
beforeEach(() => {
  branch = new ImportingBranch()
})
afterEach(() => branch.close())

const PROFILE = importProfileSchema.parse({
  version: 1,
  name: 'workbook',
  files: [
    {
      entity: 'customers',
      file: 'table.xlsx',
      fields: {
        key: { column: '客户号' },
        name: { column: '姓名' },
        birthOn: { column: '生日' },
        phone: { column: '手机' },
      },
    },
    {
      entity: 'accounts',
      file: 'table.xlsx',
      fields: {
        key: { template: 'A{客户号}' },
        customerKey: { column: '客户号' },
        kind: { constant: 'demand' },
        balance: { column: '余额' },
        rate: { column: '利率' },
      },
    },
  ],
})
const FORMATS = ['0000000000', 'yyyymmdd', '0.00%']

/** 7 shown as 0000000007, a day shown as 19900305, a sum with its residue, 0.0175 shown as 1.75%, and a broken phone. */
const ROW =
  '<row r="2"><c r="A2" s="1"><v>7</v></c><c r="B2" t="inlineStr"><is><t>张三</t></is></c><c r="C2" s="2"><v>32937</v></c>' +
  '<c r="D2" t="e"><f>B9</f><v>#REF!</v></c><c r="E2"><f>E9-E8</f><v>0.010000000009313226</v></c><c r="F2" s="3"><v>0.0175</v></c></row>'
const HEADER = textRow(1, '客户号', '姓名', '生日', '手机', '余额', '利率')

test('a workbook’s cells reach the database as they are meant, and an error as flagged', async () => {
  const table = workbook({ sheets: [{ rows: HEADER + ROW }], formats: FORMATS })
  writeFileSync(join(branch.folder.path, 'table.xlsx'), table)
  const { entities } = await runImport(branch.engine, PROFILE, branch.folder.path)
  expect(entities.customers).toMatchObject({ read: 1, added: 1, flagged: 1, rejected: 0 })
  expect(branch.rows('SELECT customer_no, birth_on, phone FROM customer')).toEqual([
    { customer_no: '0000000007', birth_on: '1990-03-05', phone: null },
  ])
  expect(branch.rows('SELECT account_no, balance_fen, rate_percent FROM account')).toEqual([
    { account_no: 'A0000000007', balance_fen: 1, rate_percent: 1.75 },
  ])
})

test('a damaged workbook leaves nothing behind', async () => {
  const table = workbook({ sheets: [{ rows: HEADER + ROW }], formats: FORMATS })
  const at = table.indexOf('xl/worksheets/sheet1.xml') + 60
  table[at] = (table[at] ?? 0) ^ 4
  writeFileSync(join(branch.folder.path, 'table.xlsx'), table)
  await expect(runImport(branch.engine, PROFILE, branch.folder.path)).rejects.toMatchObject({
    code: 'imports.fileUnreadable',
    detail: { part: 'xl/worksheets/sheet1.xml' },
  })
  expect(countOf(branch.engine.connection, 'customer')).toBe(0)
})
