import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plainFile, RawExtractBranch } from '../../support/imports/raw-extract.ts'
import { undoImport } from '../../support/imports/run-job.ts'

const C = plainFile('customers', 'c.csv', 'key,name')
const A = plainFile('accounts', 'a.csv', 'key,customerKey,kind')
const T_HEADER = 'key,accountKey,on,direction,amount,balance,kind'
const T = plainFile('transactions', 't.csv', T_HEADER)
const CUSTOMERS = 'key,name\nC1,王芳\nC2,李明\n'
const TWO_ACCOUNTS = 'key,customerKey,kind\nA1,C1,demand\nA2,C1,term\n'
const LEGS = `${T_HEADER}\nT1,A1,2026-11-05,out,500.00,500.00,transfer\nT1,A2,2026-11-05,in,500.00,500.00,transfer\n`

let branch: RawExtractBranch
beforeEach(() => {
  branch = new RawExtractBranch()
})
afterEach(() => branch.close())

const stored = () =>
  branch.rows<object>(
    `SELECT txn_no AS no, account_no AS account, direction, amount_fen AS fen FROM txn
     JOIN account ON account.id = account_id ORDER BY txn_no, account_no`,
  )

/** A person's accounts with their balances, null where they are not known. */
const balances = () =>
  branch.rows<{ account: string; fen: number | null }>(
    `SELECT account_no AS account, iif(balance_unknown = 1, NULL, balance_fen) AS fen FROM account ORDER BY 1`,
  )

describe('the identity of a transaction includes its account', () => {
  test('both legs of a transfer keep their one serial, and a second night changes nothing', async () => {
    const files = { 'c.csv': CUSTOMERS, 'a.csv': TWO_ACCOUNTS, 't.csv': LEGS }
    const first = await branch.load(files, [C, A, T])
    expect(first.entities.transactions).toMatchObject({ read: 2, added: 2, rejected: 0 })
    expect(stored()).toEqual([
      { no: 'T1', account: 'A1', direction: 'out', fen: 50_000 },
      { no: 'T1', account: 'A2', direction: 'in', fen: 50_000 },
    ])
    const second = await branch.load(files, [C, A, T])
    expect(second.entities.transactions).toMatchObject({ read: 2, unchanged: 2, updated: 0, repeated: 0 })
    expect(branch.rows(`SELECT in_fen, out_fen FROM month_rollup WHERE month = '2026-11'`)).toEqual([
      { in_fen: 50_000, out_fen: 50_000 },
    ])
  })

  test('an account changes hands to the holder of the other leg, and the undo gives it back', async () => {
    const owned = (holder: string) => `key,customerKey,kind\nA1,${holder},demand\nA2,C2,demand\n`
    await branch.load({ 'c.csv': CUSTOMERS, 'a.csv': owned('C1'), 't.csv': LEGS }, [C, A, T])
    const moved = await branch.load({ 'a.csv': owned('C2') }, [A])
    expect(moved.state).toBe('done')
    const holders = () => branch.rows('SELECT txn_no, customer_id FROM txn ORDER BY account_id')
    expect(holders()).toEqual([
      { txn_no: 'T1', customer_id: 2 },
      { txn_no: 'T1', customer_id: 2 },
    ])
    await undoImport(branch.engine, moved.uid)
    expect(holders()).toEqual([
      { txn_no: 'T1', customer_id: 1 },
      { txn_no: 'T1', customer_id: 2 },
    ])
  })

  test('a correction of one leg is undone without touching the other', async () => {
    await branch.load({ 'c.csv': CUSTOMERS, 'a.csv': TWO_ACCOUNTS, 't.csv': LEGS }, [C, A, T])
    const corrected = LEGS.replace('T1,A2,2026-11-05,in,500.00,500.00', 'T1,A2,2026-11-05,in,400.00,400.00')
    const second = await branch.load({ 't.csv': corrected }, [T])
    expect(second.entities.transactions).toMatchObject({ unchanged: 1, updated: 1 })
    await undoImport(branch.engine, second.uid)
    expect(stored()).toEqual([
      { no: 'T1', account: 'A1', direction: 'out', fen: 50_000 },
      { no: 'T1', account: 'A2', direction: 'in', fen: 50_000 },
    ])
  })
})

describe('one key twice in one run', () => {
  const twice = `${T_HEADER}\nT1,A1,2026-11-05,out,500.00,500.00,transfer\nT1,A1,2026-11-05,out,2.00,498.00,fee\n`

  test('is never an update: the second is rejected, with the lines of both', async () => {
    const sheet = await branch.load({ 'c.csv': CUSTOMERS, 'a.csv': TWO_ACCOUNTS, 't.csv': twice }, [C, A, T])
    expect(sheet.entities.transactions).toMatchObject({ read: 2, added: 1, updated: 0, rejected: 1 })
    expect(sheet.faults).toEqual([
      {
        file: 't.csv',
        sheet: '',
        result: 'rejected',
        code: 'key-repeated',
        field: 'key',
        column: 'key',
        rows: 1,
        line: 3,
        shape: '',
        other: { file: 't.csv', line: 2 },
      },
    ])
    const rejects = readFileSync(sheet.rejectFile ?? '', 'utf8')
    expect(rejects).toContain('t.csv,3,rejected,key-repeated,key,,key,,t.csv:2,')
    expect(rejects).toContain('以先读到的为准')
    expect(rejects).toContain('the first stands')
  })

  test('is noticed too where the first says what is stored already, so that it does not change sides every night', async () => {
    const files = { 'c.csv': CUSTOMERS, 'a.csv': TWO_ACCOUNTS, 't.csv': twice }
    await branch.load(files, [C, A, T])
    const second = await branch.load(files, [C, A, T])
    expect(second.entities.transactions).toMatchObject({ unchanged: 1, updated: 0, rejected: 1 })
    expect(second.faults).toMatchObject([{ code: 'key-repeated', line: 3, other: { line: 2 } }])
    expect(stored()).toEqual([{ no: 'T1', account: 'A1', direction: 'out', fen: 50_000 }])
  })

  test('is noticed across the files of one entry, and names the other file', async () => {
    const [head, first, second] = twice.split('\n')
    const sheet = await branch.load(
      {
        'c.csv': CUSTOMERS,
        'a.csv': TWO_ACCOUNTS,
        't1.csv': `${head}\n${first}\n`,
        't2.csv': `${head}\n${second}\n`,
      },
      [C, A, plainFile('transactions', 't*.csv', T_HEADER)],
    )
    expect(sheet.faults).toMatchObject([{ file: 't2.csv', line: 2, other: { file: 't1.csv', line: 2 } }])
  })

  test('with the same content is counted, and told as repeated', async () => {
    const again = `${LEGS}T1,A1,2026-11-05,out,500.00,500.00,transfer\n`
    const files = { 'c.csv': CUSTOMERS, 'a.csv': TWO_ACCOUNTS, 't.csv': again }
    const sheet = await branch.load(files, [C, A, T])
    expect(sheet.entities.transactions).toMatchObject({ read: 3, added: 2, unchanged: 1, repeated: 1 })
    const second = await branch.load(files, [C, A, T])
    expect(second.entities.transactions).toMatchObject({ read: 3, unchanged: 3, repeated: 1 })
  })

  test.each([
    ['customers', 'c.csv', 'key,name\nC1,王芳\nC1,李明\n', [C], 'SELECT name AS kept FROM customer', '王芳'],
    [
      'accounts',
      'a.csv',
      'key,customerKey,kind\nA1,C1,demand\nA1,C2,demand\n',
      [C, A],
      'SELECT customer_id AS kept FROM account',
      1,
    ],
  ] as const)('of %s keeps the first', async (entity, file, text, described, sql, kept) => {
    const sheet = await branch.load({ 'c.csv': CUSTOMERS, [file]: text }, described)
    expect(sheet.entities[entity]).toMatchObject({ read: 2, added: 1, updated: 0, rejected: 1 })
    expect(sheet.faults).toMatchObject([{ file, code: 'key-repeated', line: 3, other: { file, line: 2 } }])
    expect(branch.rows(sql)).toEqual([{ kept }])
  })

  test('in two entries with other columns each is one row made of both', async () => {
    const sheet = await branch.load(
      { 'c.csv': CUSTOMERS, 'jobs.csv': 'key,name,occupation\nC1,王芳,教师\n' },
      [C, plainFile('customers', 'jobs.csv', 'key,name,occupation')],
    )
    expect(sheet.entities.customers).toMatchObject({ read: 3, added: 2, updated: 1, rejected: 0 })
  })
})

describe('a balance taken from transactions', () => {
  const day = (...rows: string[]) => `${T_HEADER}\n${rows.join('\n')}\n`
  const load = (text: string) =>
    branch.load({ 'c.csv': CUSTOMERS, 'a.csv': 'key,customerKey,kind\nA1,C1,demand\n', 't.csv': text }, [
      C,
      A,
      T,
    ])

  test('is the row that no other continues, although its number is the smaller and its line the earlier', async () => {
    await load(
      day(
        '100,A1,2026-11-05,out,14.60,18556.30,fee',
        '900,A1,2026-11-05,in,72.90,18570.90,interest',
        '50,A1,2026-11-04,in,98.00,18498.00,cash',
      ),
    )
    expect(balances()).toEqual([{ account: 'A1', fen: 1_855_630 }])
  })

  test('of a day that comes back to where it began is known by the day before', async () => {
    await load(
      day(
        '1,A1,2026-11-04,in,10.00,10.00,cash',
        '2,A1,2026-11-05,out,5.00,5.00,cash',
        '3,A1,2026-11-05,in,5.00,10.00,cash',
      ),
    )
    expect(balances()).toEqual([{ account: 'A1', fen: 1_000 }])
  })

  test('is unknown where neither the balances nor the file decide, and the figures leave it out', async () => {
    await load(day('1,A1,2026-11-05,in,5.00,105.00,cash', '2,A1,2026-11-05,in,7.00,907.00,cash'))
    expect(balances()).toEqual([{ account: 'A1', fen: null }])
    expect(
      branch.rows(
        'SELECT aum_fen, aum_average_fen, balance_peak_12m_fen, unknown_balances FROM customer_facts WHERE customer_id = 1',
      ),
    ).toEqual([{ aum_fen: 0, aum_average_fen: 0, balance_peak_12m_fen: 0, unknown_balances: 1 }])
    expect(branch.rows('SELECT DISTINCT end_balance_fen FROM month_rollup')).toEqual([{ end_balance_fen: 0 }])
  })

  test('becomes known with a later day, and unknown again when that is undone', async () => {
    const first = day('1,A1,2026-11-05,in,5.00,105.00,cash', '2,A1,2026-11-05,in,7.00,907.00,cash')
    await load(first)
    const later = await load(`${first}3,A1,2026-11-06,out,7.00,900.00,cash\n`)
    expect(balances()).toEqual([{ account: 'A1', fen: 90_000 }])
    await undoImport(branch.engine, later.uid)
    expect(balances()).toEqual([{ account: 'A1', fen: null }])
  })

  test('without any transaction is unknown, until the extract gives it', async () => {
    await load(day())
    expect(balances()).toEqual([{ account: 'A1', fen: null }])
    await branch.load({ 'a.csv': 'key,customerKey,kind,balance\nA1,C1,demand,12.00\n' }, [
      plainFile('accounts', 'a.csv', 'key,customerKey,kind,balance'),
    ])
    expect(branch.rows(`SELECT balance_fen, balance_source FROM account`)).toEqual([
      { balance_fen: 1_200, balance_source: 'extract' },
    ])
    expect(branch.rows('SELECT aum_fen FROM customer_facts WHERE customer_id = 1')).toEqual([
      { aum_fen: 1_200 },
    ])
  })

  test('leaves what moved on an unknown account out of the month ends of the known one', async () => {
    const header = 'key,customerKey,kind,balance'
    await branch.load(
      {
        'c.csv': CUSTOMERS,
        'a.csv': `${header}\nA1,C1,demand,1000.00\nA2,C1,demand,\n`,
        't.csv': day(
          '1,A1,2026-10-05,in,300.00,1000.00,cash',
          '2,A2,2026-10-05,in,5.00,105.00,cash',
          '3,A2,2026-10-05,in,7.00,907.00,cash',
        ),
      },
      [C, plainFile('accounts', 'a.csv', header), T],
    )
    const ends = branch.rows<{ month: string; fen: number }>(
      'SELECT month, end_balance_fen AS fen FROM month_rollup WHERE customer_id = 1 ORDER BY month',
    )
    expect(ends.find(({ month }) => month === '2026-09')?.fen).toBe(70_000)
    expect(ends.find(({ month }) => month === '2026-10')?.fen).toBe(100_000)
  })
})

describe('what is told', () => {
  test('before anything is written: a missing column of the last file leaves no run behind', async () => {
    await expect(
      branch.load({ 'c.csv': CUSTOMERS, 'a.csv': 'key,kind\nA1,demand\n' }, [C, A]),
    ).rejects.toMatchObject({ code: 'imports.missingColumn', detail: { file: 'a.csv' } })
    expect(branch.rows('SELECT id FROM import_run')).toEqual([])
    expect(branch.rows('SELECT id FROM customer')).toEqual([])
  })

  test('an empty file of a required table is named before anything is written, one that may be absent has no rows', async () => {
    await expect(branch.load({ 'c.csv': CUSTOMERS, 'a.csv': '' }, [C, A])).rejects.toMatchObject({
      code: 'imports.emptyFile',
      detail: { file: 'a.csv' },
    })
    expect(branch.rows('SELECT id FROM import_run')).toEqual([])
    const sheet = await branch.load({ 'c.csv': CUSTOMERS, 'a.csv': '' }, [
      C,
      plainFile('accounts', 'a.csv', 'key,customerKey,kind', { optional: true }),
    ])
    expect(sheet.entities.customers).toMatchObject({ added: 2 })
    expect(sheet.entities.accounts).toMatchObject({ read: 0, rejected: 0 })
  })

  test('an empty lookup that may be absent has no entries', async () => {
    const sheet = await branch.load({ 'c.csv': CUSTOMERS, 'd.csv': '' }, [
      { entity: 'lookup', name: 'd', file: 'd.csv', key: 'k', take: ['v'], optional: true },
      {
        ...plainFile('customers', 'c.csv', 'key,name'),
        entity: 'customers',
        fields: {
          key: { column: 'key' },
          name: { column: 'name' },
          occupation: { lookup: 'd', by: { column: 'key' }, take: 'v' },
        },
      },
    ])
    expect(sheet.entities.customers).toMatchObject({ added: 2, flagged: 2 })
  })

  test('rows that a filter leaves out are counted', async () => {
    const filtered = { where: { kind: 'Demand' } }
    const sheet = await branch.load({ 'c.csv': CUSTOMERS, 'a.csv': TWO_ACCOUNTS }, [
      C,
      plainFile('accounts', 'a.csv', 'key,customerKey,kind', filtered),
    ])
    expect(sheet.entities.accounts).toMatchObject({ read: 0, skipped: 2 })
  })

  test('a fault has file, line, column and the shape of the value', async () => {
    const header = 'key,customerKey,kind,openedOn'
    const sheet = await branch.load(
      { 'c.csv': CUSTOMERS, 'a.csv': '账号,客户,种类,开户日\nA1,C1,demand,5月6日\nA2,C1,demand,7月8日\n' },
      [
        C,
        {
          ...plainFile('accounts', 'a.csv', header),
          entity: 'accounts',
          fields: {
            key: { column: '账号' },
            customerKey: { column: '客户' },
            kind: { column: '种类' },
            openedOn: { column: '开户日' },
          },
        },
      ],
    )
    expect(sheet.faults).toMatchObject([
      {
        file: 'a.csv',
        result: 'rejected',
        code: 'date-unreadable',
        field: 'openedOn',
        column: '开户日',
        rows: 2,
        line: 2,
        shape: '9汉9汉',
      },
    ])
  })

  test('the line of the file is a key where it has none', async () => {
    const sheet = await branch.load({ 'c.csv': 'name\n王芳\n\n李明\n' }, [
      {
        ...plainFile('customers', 'c.csv', 'name'),
        entity: 'customers',
        fields: { key: { line: true }, name: { column: 'name' } },
      },
    ])
    expect(sheet.entities.customers).toMatchObject({ added: 2 })
    expect(branch.rows('SELECT customer_no, name FROM customer ORDER BY id')).toEqual([
      { customer_no: '2', name: '王芳' },
      { customer_no: '4', name: '李明' },
    ])
  })
})
