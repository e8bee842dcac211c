import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plainFile, RawExtractBranch } from '../../support/imports/raw-extract.ts'

const C = plainFile('customers', 'c.csv', 'key,name')
const A = plainFile('accounts', 'a.csv', 'key,customerKey,kind')
const CUSTOMERS = 'key,name\nC1,王芳\nC2,李明\n'
const ACCOUNTS = 'key,customerKey,kind\nA1,C1,demand\nA2,C1,demand\n'

let branch: RawExtractBranch
beforeEach(() => {
  branch = new RawExtractBranch()
})
afterEach(() => branch.close())

describe('two entries of a profile that describe the same transactions', () => {
  const T_HEADER = 'key,accountKey,on,direction,amount,kind'
  const T = plainFile('transactions', 't.csv', T_HEADER)
  const NOTES = plainFile('transactions', 'n.csv', `${T_HEADER},note`)
  const ROW = 'T1,A1,2026-11-05,out,5.00,fee'
  const notes = (...rows: string[]) => ({
    'c.csv': CUSTOMERS,
    'a.csv': ACCOUNTS,
    't.csv': `${T_HEADER}\n${ROW}\n`,
    'n.csv': `${T_HEADER},note\n${rows.join('\n')}\n`,
  })
  const stored = () => branch.rows('SELECT amount_fen AS fen, note FROM txn')

  test('add to one row what the other does not have, in the night that brings it as in the next', async () => {
    const first = await branch.load(notes(`${ROW},工本费`), [C, A, T, NOTES])
    expect(first.entities.transactions).toMatchObject({ read: 2, added: 1, updated: 1, rejected: 0 })
    expect(stored()).toEqual([{ fen: 500, note: '工本费' }])
    const second = await branch.load(notes(`${ROW},年费`), [C, A, T, NOTES])
    expect(second.entities.transactions).toMatchObject({ read: 2, unchanged: 1, updated: 1, rejected: 0 })
    expect(stored()).toEqual([{ fen: 500, note: '年费' }])
  })

  test('cannot say two things of one field: the first stands, in the first night as in the next', async () => {
    const contrary = notes('T1,A1,2026-11-05,out,7.00,fee,工本费')
    const first = await branch.load(contrary, [C, A, T, NOTES])
    expect(first.entities.transactions).toMatchObject({ added: 1, rejected: 1 })
    const second = await branch.load(contrary, [C, A, T, NOTES])
    expect(second.entities.transactions).toMatchObject({ unchanged: 1, rejected: 1 })
    expect(stored()).toEqual([{ fen: 500, note: null }])
  })

  test('nor can one of them say two things of its own', async () => {
    const twice = notes(`${ROW},工本费`, `${ROW},年费`)
    const first = await branch.load(twice, [C, A, T, NOTES])
    expect(first.entities.transactions).toMatchObject({ added: 1, updated: 1, rejected: 1 })
    const second = await branch.load(twice, [C, A, T, NOTES])
    expect(second.entities.transactions).toMatchObject({ unchanged: 2, updated: 0, rejected: 1 })
    expect(stored()).toEqual([{ fen: 500, note: '工本费' }])
  })
})

describe('a record that is flagged while it is read and again when it is written', () => {
  test('is one flagged record', async () => {
    const customers = plainFile('customers', 'c.csv', 'key,name,idNumber')
    const phones = plainFile('customers', 'p.csv', 'key,name,idNumber,occupation')
    const sheet = await branch.load(
      {
        'c.csv': 'key,name,idNumber\nC1,王芳,110101900307451\n',
        'p.csv': 'key,name,idNumber,occupation\nC1,王芳兰,110101900307451,教师\n',
      },
      [customers, phones],
    )
    expect(sheet.entities.customers).toMatchObject({ read: 2, added: 1, updated: 1, flagged: 2 })
  })
})

describe('words that mean nothing', () => {
  const nulls = ['NULL', '-']

  test('keep the meaning that a map gives them, also where the profile lists them', async () => {
    const kind = { column: 'kind', map: { '-': 'demand', T: 'term' } }
    const file = { entity: 'accounts', file: 'a.csv', nulls } as const
    const fields = { key: { column: 'key' }, customerKey: { column: 'customerKey' }, kind }
    await branch.load({ 'c.csv': CUSTOMERS, 'a.csv': 'key,customerKey,kind\nA1,C1,-\nA2,C1,T\n' }, [
      C,
      { ...file, fields },
    ])
    expect(branch.rows('SELECT account_no AS no, kind FROM account ORDER BY 1')).toEqual([
      { no: 'A1', kind: 'demand' },
      { no: 'A2', kind: 'term' },
    ])
  })

  test.each([
    ['by the word', { where: { state: 'NULL' } }, ['C1', 'C3']],
    ['as empty', { where: { state: '' } }, ['C1', 'C2', 'C3']],
    ['as empty, the other way round', { unless: { state: '' } }, ['C4']],
  ])('are asked for by a filter %s', async (_, filter, kept) => {
    const file = plainFile('customers', 'c.csv', 'key,name', { ...filter, nulls })
    await branch.load({ 'c.csv': 'key,name,state\nC1,王芳,NULL\nC2,李明,\nC3,赵敏,NULL\nC4,周芷,9\n' }, [
      file,
    ])
    expect(branch.rows<{ no: string }>('SELECT customer_no AS no FROM customer').map(({ no }) => no)).toEqual(
      kept,
    )
  })
})

describe('a line without a key is a sum only where no column has one', () => {
  test('of two columns that may hold the key', async () => {
    const file = {
      entity: 'customers' as const,
      file: 'c.csv',
      fields: {
        key: { firstOf: [{ column: '新客户号' }, { column: '旧客户号' }] },
        name: { column: '姓名' },
        occupation: { column: '备注' },
      },
    }
    const sheet = await branch.load(
      { 'c.csv': '新客户号,旧客户号,姓名,备注\nN1,,王芳,\n,O2,李明,合计\n,,合计,2\n' },
      [file],
    )
    expect(sheet.entities.customers).toMatchObject({ read: 2, added: 2, rejected: 0 })
  })
})

describe('a total line', () => {
  test('is the last line alone: a record that begins like it is a record', async () => {
    const trailer = { prefix: 'T', rows: { at: { column: 2 } } }
    const file = plainFile('customers', 'c.csv', 'key,name', { trailer, delimiter: '|' })
    const sheet = await branch.load({ 'c.csv': 'key|name\nT1|王芳\nC2|李明\nT3|赵敏\nT|3\n' }, [file])
    expect(sheet.entities.customers).toMatchObject({ read: 3, added: 3, rejected: 0 })
    expect(sheet.entities.customers?.lines).toMatchObject({ physical: 5, skipped: 2 })
  })
})

describe('an error in the column of a lookup that filters', () => {
  test('does not let the record in', async () => {
    const owners = {
      entity: 'lookup' as const,
      name: 'owner',
      file: 'd.csv',
      key: 'account',
      take: ['customer'],
      unless: { state: 'closed' },
    }
    const accounts = {
      entity: 'accounts' as const,
      file: 'a.csv',
      fields: {
        key: { column: 'key' },
        customerKey: { lookup: 'owner', by: { column: 'key' }, take: 'customer' },
        kind: { constant: 'demand' },
      },
    }
    const sheet = await branch.load(
      {
        'c.csv': CUSTOMERS,
        'a.csv': 'key\nA1\nA2\n',
        'd.csv': 'account,customer,state\nA1,C1,#REF!\nA2,C2,open\n',
      },
      [C, owners, accounts],
    )
    expect(sheet.entities.accounts).toMatchObject({ added: 1, rejected: 1 })
  })
})
