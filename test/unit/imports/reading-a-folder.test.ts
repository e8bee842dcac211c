import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readLookups } from '../../../src/main/features/imports/reading/lookups.ts'
import {
  narrowProfile,
  openRows,
  planFiles,
  planImport,
  ROWS_PER_BATCH,
  requireComplete,
} from '../../../src/main/features/imports/reading/read-folder.ts'
import { detectFile, previewFile } from '../../../src/main/features/imports/reading/wizard.ts'
import { type ImportProfile, importProfileSchema } from '../../../src/shared/contract/import-profile.ts'
import type { ImportRow, RejectedRecord } from '../../../src/shared/domain/imports/import-rows.ts'
import { extractFolder } from '../../support/imports/written-files.ts'

const PROFILE = importProfileSchema.parse({
  version: 1,
  name: 'nightly',
  files: [
    {
      entity: 'transactions',
      file: 'txn_*.csv',
      fields: {
        key: { column: 'id' },
        accountKey: { column: 'acct' },
        on: { column: 'day' },
        direction: { column: 'dc' },
        amount: { column: 'amount' },
        kind: { constant: 'other' },
      },
    },
    {
      entity: 'accounts',
      file: 'accounts.csv',
      fields: {
        key: { column: 'acct' },
        customerKey: { lookup: 'owner', by: { column: 'acct' }, take: 'cust' },
        kind: { constant: 'demand' },
      },
    },
    {
      entity: 'lookup',
      name: 'owner',
      file: 'owners.csv',
      key: 'acct',
      take: ['cust'],
      where: { role: 'OWNER' },
    },
    {
      entity: 'customers',
      file: 'customers.csv',
      fields: { key: { column: 'cust' }, name: { column: 'name' } },
    },
    {
      entity: 'cards',
      file: 'cards.csv',
      optional: true,
      fields: { key: { column: 'c' }, accountKey: { column: 'a' } },
    },
  ],
})

const FILES = {
  'customers.csv': 'cust,name\nC1,王建国\nC2,欧阳春晓\n',
  'owners.csv': 'acct,cust,role\nA1,C2,USER\nA1,C1,OWNER\nA2,C2,OWNER\nA2,C1,OWNER\n',
  'accounts.csv': 'acct\nA1\nA2\nA3\n',
  'txn_20261101.csv':
    'id,acct,day,dc,amount\nT1,A1,2026-11-01,贷,5.00\nT2,A1,2026-11-01,贷,"5.00\nT3,A1,2026-11-31,借,1\n',
  'txn_20261102.csv': 'id,acct,day,dc,amount\nT4,A2,2026-11-02,借,7.00\n',
  'readme.txt': 'not ours',
}

async function readRows(profile: ImportProfile, dir: string, fileName: string) {
  const plan = await planImport(profile, dir)
  const planned = plan.files.find((file) => file.fileName === fileName)
  if (!planned) throw new Error(`${fileName} is not planned`)
  const source = await openRows(dir, planned, await readLookups(plan, dir))
  const rows: ImportRow[] = []
  const raws: string[] = []
  const rejects: RejectedRecord[] = []
  const sizes: number[] = []
  for await (const batch of source.batches()) {
    rows.push(...batch.rows)
    raws.push(...batch.raws)
    rejects.push(...batch.rejects)
    sizes.push(batch.rows.length + batch.rejects.length)
  }
  return { source, rows, raws, rejects, sizes }
}

describe('the plan of an import (D1)', () => {
  it('puts parents before children and nights in order, whatever the order in profile and folder', async () => {
    const plan = await planImport(PROFILE, await extractFolder(FILES))
    expect(plan.files.map(({ fileName }) => fileName)).toEqual([
      'customers.csv',
      'accounts.csv',
      'txn_20261101.csv',
      'txn_20261102.csv',
    ])
    expect(plan.lookups.map(({ fileName }) => fileName)).toEqual(['owners.csv'])
    expect(plan).toMatchObject({ missing: [], unmatched: ['readme.txt'] })
  })

  it('names what is missing, optional files aside', () => {
    const plan = planFiles(PROFILE, ['accounts.csv', 'owners.csv'])
    expect(plan.missing).toEqual(['txn_*.csv', 'customers.csv'])
    expect(() => requireComplete(plan)).toThrowError('imports.fileMissing')
  })

  it('narrows to the files that were chosen, and still looks things up in the others', () => {
    const narrowed = narrowProfile(PROFILE, ['accounts.csv', 'txn_20261102.csv'])
    const plan = planFiles(narrowed, Object.keys(FILES))
    expect(plan.files.map(({ fileName }) => fileName)).toEqual(['accounts.csv', 'txn_20261102.csv'])
    expect(plan.lookups.map(({ fileName }) => fileName)).toEqual(['owners.csv'])
    expect(plan.missing).toEqual([])
    expect(() => narrowProfile(PROFILE, ['readme.txt'])).toThrowError('imports.noFiles')
  })

  it('matches names without regard to case, and takes nothing in them for a pattern but the star', () => {
    expect(planFiles(PROFILE, ['CUSTOMERS.CSV']).files[0]?.fileName).toBe('CUSTOMERS.CSV')
    expect(planFiles(PROFILE, ['customersXcsv']).files).toEqual([])
  })
})

describe('rows for the loader', () => {
  it('joins nothing through a key that a spreadsheet has rounded: two accounts would share one owner', async () => {
    const files = {
      ...FILES,
      'owners.csv': 'acct,cust,role\n6.22202E+18,C1,OWNER\n',
      'accounts.csv': 'acct\n6.22202E+18\n',
    }
    const { rows, rejects } = await readRows(PROFILE, await extractFolder(files), 'accounts.csv')
    expect(rows).toEqual([])
    expect(rejects).toMatchObject([
      { problems: [{ code: 'number-unreadable', field: 'key' }, { code: 'lookup-missing' }] },
    ])
  })

  it('joins through a lookup, the first owner counting, and rejects what has none', async () => {
    const { rows, rejects, source } = await readRows(PROFILE, await extractFolder(FILES), 'accounts.csv')
    expect(rows).toMatchObject([
      { key: 'A1', customerKey: 'C1' },
      { key: 'A2', customerKey: 'C2' },
    ])
    expect(rejects).toMatchObject([{ line: 4, problems: [{ code: 'lookup-missing' }], raw: 'A3' }])
    expect(source.mapped).toEqual(['key', 'customerKey', 'kind'])
  })

  it('keeps each row’s text beside it and reports damage with line and text', async () => {
    const { rows, raws, rejects } = await readRows(PROFILE, await extractFolder(FILES), 'txn_20261101.csv')
    expect(rows.map(({ key, line }) => `${line} ${key}`)).toEqual(['2 T1'])
    expect(raws).toEqual(['T1,A1,2026-11-01,贷,5.00'])
    expect(rejects.map(({ line, problems }) => `${line} ${problems[0]?.code}`)).toEqual([
      '3 amount-unreadable',
      '4 date-unreadable',
    ])
  })

  it('hands over full batches and every row once', async () => {
    const count = ROWS_PER_BATCH * 3 + 17
    const lines = Array.from({ length: count }, (_, index) => `C${index},王建国`)
    const dir = await extractFolder({ ...FILES, 'customers.csv': `cust,name\n${lines.join('\n')}` })
    const { rows, sizes } = await readRows(PROFILE, dir, 'customers.csv')
    expect(new Set(rows.map(({ key }) => key)).size).toBe(count)
    expect(sizes.slice(0, 3)).toEqual([ROWS_PER_BATCH, ROWS_PER_BATCH, ROWS_PER_BATCH])
  })
})

describe('the preview (D1)', () => {
  it('shows rows by field with amounts in yuan, and problems in the order of lines', async () => {
    const dir = await extractFolder(FILES)
    const preview = await previewFile(PROFILE, dir, 'txn_20261101.csv')
    expect(preview).toMatchObject({
      encoding: 'utf-8',
      delimiter: ',',
      fields: expect.arrayContaining(['amount']),
    })
    expect(preview.rows.map(({ line, accepted }) => [line, accepted])).toEqual([
      [2, true],
      [3, false],
      [4, false],
    ])
    expect(preview.rows[0]?.values).toMatchObject({ key: 'T1', amount: '5.00', direction: 'in', balance: '' })
    expect(preview.rows[2]?.problems).toEqual([{ field: 'on', code: 'date-unreadable' }])
  })

  it('stops at fifty rows', async () => {
    const lines = Array.from({ length: 400 }, (_, index) => `C${index},王建国\n`).join('')
    const dir = await extractFolder({ ...FILES, 'customers.csv': `cust,name\n${lines}` })
    expect((await previewFile(PROFILE, dir, 'customers.csv')).rows).toHaveLength(50)
  })

  it('refuses a file that the profile does not read', async () => {
    const preview = previewFile(PROFILE, await extractFolder(FILES), 'readme.txt')
    await expect(preview).rejects.toMatchObject({ code: 'imports.fileMissing' })
  })
})

describe('detection for the wizard', () => {
  it('recognises a Chinese customer file and where its fields are', async () => {
    const text = '客户号|姓名|性别|出生日期|手机号码\n1|王建国|男|19900101|10012345678\n'
    const dir = await extractFolder({ 'kh.txt': iconv.encode(text, 'gb18030') })
    expect(await detectFile(join(dir, 'kh.txt'))).toMatchObject({
      encoding: 'gb18030',
      delimiter: '|',
      hasHeader: true,
      suggestedEntity: 'customers',
      suggestedDateFormat: 'YYYYMMDD',
      suggestedColumns: { key: '客户号', name: '姓名', sex: '性别', birthOn: '出生日期', phone: '手机号码' },
      sample: [['1', '王建国', '男', '19900101', '10012345678']],
    })
  })

  it('recognises English transactions and loans', async () => {
    const dir = await extractFolder({
      't.csv': 'Trans_ID,Account No,Trans Date,DR/CR,Amount,Balance\n1,2,2026-11-01,D,5.00,6.00\n',
      'l.csv': 'loan_id;account_id;amount;duration;payments;status\n1;2;3;4;5;A\n',
    })
    expect(await detectFile(join(dir, 't.csv'))).toMatchObject({
      suggestedEntity: 'transactions',
      suggestedColumns: { key: 'Trans_ID', accountKey: 'Account No', on: 'Trans Date', amount: 'Amount' },
    })
    expect((await detectFile(join(dir, 'l.csv'))).suggestedEntity).toBe('loans')
  })

  it('sees that a file starts with data', async () => {
    const dir = await extractFolder({ 'bare.csv': '1,2026-11-01,王\n2,2026-11-02,李\n' })
    const detected = await detectFile(join(dir, 'bare.csv'))
    expect(detected).toMatchObject({ hasHeader: false, header: ['1', '2', '3'], suggestedEntity: null })
    expect(detected.sample).toHaveLength(2)
  })

  it('shows columns of one name by their number instead of hiding them', async () => {
    const dir = await extractFolder({ 'twice.csv': 'id,name,id\n1,a,2\n' })
    expect((await detectFile(join(dir, 'twice.csv'))).header).toEqual(['id #1', 'name', 'id #2'])
  })
})
