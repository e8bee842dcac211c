import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databaseImage } from '../../support/imports/database-image.ts'
import { ImportingBranch } from '../../support/imports/importing-branch.ts'
import { runImport, undoImport } from '../../support/imports/run-job.ts'

/** Its check digit is right; the region code exists nowhere. */
const LI = '999999198001010011'

let branch: ImportingBranch
beforeEach(() => {
  branch = new ImportingBranch()
})
afterEach(() => branch.close())

const KNOWN = {
  customers: [
    {
      key: 'C1',
      name: '李明',
      sex: '男',
      idNumber: LI,
      phone: '10000000001',
      occupation: '教师',
      riskGrade: 'C3',
      householdNo: 'H1',
    },
  ],
  accounts: [{ key: 'A1', customerKey: 'C1', kind: 'demand', balance: '1.00', rate: '1.75', status: '销户' }],
  loans: [{ key: 'L1', customerKey: 'C1', principal: '9.00', months: '12', status: '结清' }],
  cards: [{ key: 'K1', customerKey: 'C1', number: '9999990000001234', kind: '信用卡', status: '挂失' }],
  transactions: [
    {
      key: 'T1',
      accountKey: 'A1',
      on: '2026-01-05',
      direction: 'in',
      amount: '1.00',
      kind: 'cash',
      channel: 'atm',
      note: '存入',
    },
  ],
}

/** The same rows with every optional field in a form that cannot be read. */
const UNREADABLE = {
  customers: [
    {
      key: 'C1',
      name: '李明',
      sex: 'X',
      idNumber: '1.10105E+17',
      phone: '1390000',
      occupation: '#REF!',
      riskGrade: '9',
      householdNo: '6.2E+18',
    },
  ],
  accounts: [{ key: 'A1', customerKey: 'C1', kind: 'demand', balance: '1.00', rate: 'x', status: '9' }],
  loans: [{ key: 'L1', customerKey: 'C1', principal: '9.00', months: 'x', status: '9' }],
  cards: [{ key: 'K1', customerKey: 'C1', number: '9.99999E+15', kind: '9', status: '9' }],
  transactions: [
    {
      key: 'T1',
      accountKey: 'A1',
      on: '2026-01-05',
      direction: 'in',
      amount: '1.00',
      kind: 'cash',
      channel: '9',
      note: 'x'.repeat(2_001),
    },
  ],
}

const STORED = `SELECT sex, id_number, id_checked, phone, occupation, risk_grade, household_no,
    (SELECT status FROM account) AS account, (SELECT rate_percent FROM account) AS rate,
    (SELECT status FROM loan) AS loan, (SELECT months FROM loan) AS months,
    (SELECT status || kind || number FROM card) AS card, (SELECT channel || note FROM txn) AS txn
  FROM customer`

describe('a field that could not be read', () => {
  test('keeps what is stored, in every entity, and the rows are flagged', async () => {
    await branch.load(KNOWN)
    const before = branch.rows(STORED)
    expect(before).toMatchObject([
      {
        id_number: LI,
        id_checked: 1,
        account: 'closed',
        loan: 'finished',
        card: 'blockedcredit9999990000001234',
      },
    ])
    const { entities } = await branch.load(UNREADABLE)
    expect(branch.rows(STORED)).toEqual(before)
    for (const counts of Object.values(entities)) {
      expect(counts).toMatchObject({ read: 1, unchanged: 1, updated: 0, rejected: 0, flagged: 1 })
    }
  })

  test('does not hide what the record says in its other fields', async () => {
    await branch.load(KNOWN)
    await branch.load({ customers: [{ key: 'C1', name: '李明', phone: '1390000', occupation: '医生' }] })
    expect(branch.rows('SELECT phone, occupation FROM customer')).toEqual([
      { phone: '10000000001', occupation: '医生' },
    ])
  })

  test('is emptied only by a field that the file says is empty', async () => {
    await branch.load(KNOWN)
    await branch.load({ customers: [{ key: 'C1', name: '李明', phone: '', occupation: '' }] })
    expect(branch.rows('SELECT phone, occupation FROM customer')).toEqual([{ phone: null, occupation: null }])
  })

  test('leaves the state of a new row unknown, and never open', async () => {
    await branch.load(UNREADABLE)
    expect(branch.rows(STORED)).toMatchObject([{ account: 'unknown', loan: 'unknown' }])
    expect(branch.rows('SELECT status, kind, number FROM card')).toEqual([
      { status: 'unknown', kind: 'unknown', number: null },
    ])
  })

  test('an empty state is no state: a closed account stays closed, and a new one is unknown', async () => {
    await branch.load(KNOWN)
    const account = (key: string) => ({ key, customerKey: 'C1', kind: 'demand', balance: '1.00', status: '' })
    await branch.load({ accounts: [account('A1'), account('A2')] })
    expect(branch.rows('SELECT status FROM account ORDER BY id')).toEqual([
      { status: 'closed' },
      { status: 'unknown' },
    ])
  })

  test('an account of an extract without states is open', async () => {
    await branch.load({
      customers: [{ key: 'C1', name: '李明' }],
      accounts: [{ key: 'A1', customerKey: 'C1', kind: 'demand', balance: '1.00' }],
    })
    expect(branch.rows('SELECT status FROM account')).toEqual([{ status: 'open' }])
  })

  test('a number that fails its check does not replace a verified one, and fills an empty place', async () => {
    await branch.load(KNOWN)
    await branch.load({
      customers: [
        { key: 'C1', name: '李明', idNumber: '999999198001010012' },
        { key: 'C2', name: '王芳', idNumber: '999999198506070070' },
      ],
    })
    expect(branch.rows('SELECT id_number, id_checked FROM customer ORDER BY id')).toEqual([
      { id_number: LI, id_checked: 1 },
      { id_number: '999999198506070070', id_checked: 0 },
    ])
  })

  test('what was kept and what was changed beside it is taken back by an undo', async () => {
    await branch.load(KNOWN)
    const before = databaseImage(branch.engine.connection)
    const { uid } = await branch.load({
      customers: [{ key: 'C1', name: '李亮', phone: '1390000', occupation: '医生' }],
      accounts: [{ key: 'A1', customerKey: 'C1', kind: 'term', balance: '2.00', status: '9' }],
    })
    expect(branch.rows('SELECT kind, status FROM account')).toEqual([{ kind: 'term', status: 'closed' }])
    await undoImport(branch.engine, uid)
    expect(databaseImage(branch.engine.connection)).toEqual(before)
  })
})

describe('names and keys that name nobody', () => {
  test.each(['#N/A', '#REF!', 'NULL', 'null', '(null)', 'N/A', '无', '未知', 'nan'])(
    'a name %s is rejected',
    async (name) => {
      const { entities } = await branch.load({ customers: [{ key: 'C1', name }] })
      expect(entities.customers).toMatchObject({ read: 1, rejected: 1 })
    },
  )

  test.each(['#N/A', 'NULL', '(null)', '无'])('a key %s is rejected', async (key) => {
    const { entities } = await branch.load({ customers: [{ key, name: '李明' }] })
    expect(entities.customers).toMatchObject({ read: 1, rejected: 1 })
  })

  test('a phone and a number of which the file says in words that there is none are empty, and not flagged', async () => {
    const { entities } = await branch.load({
      customers: [{ key: 'C1', name: '李明', phone: '无', idNumber: 'NULL' }],
    })
    expect(entities.customers).toMatchObject({ added: 1, flagged: 0 })
    expect(branch.rows('SELECT phone, id_number FROM customer')).toEqual([{ phone: null, id_number: null }])
  })

  test('keys that differ by what nobody sees are one key; leading zeros count', async () => {
    await branch.load({ customers: [{ key: 'C1', name: '李明' }] })
    for (const key of ['C1\u200b', 'Ｃ１', '\ufeffC1', 'C\u00ad1', '\u202aC1\u202c']) {
      const { entities } = await branch.load({ customers: [{ key, name: '李明' }] })
      expect(entities.customers, JSON.stringify(key)).toMatchObject({ read: 1, unchanged: 1 })
    }
    await branch.load({ customers: [{ key: '0C1', name: '王芳' }] })
    expect(branch.rows('SELECT customer_no FROM customer ORDER BY id')).toEqual([
      { customer_no: 'C1' },
      { customer_no: '0C1' },
    ])
  })
})

describe('one key twice in one run', () => {
  const [first, second] = ['李明', '王芳'].map((name) => ({ key: 'C1', name, phone: '' }))

  test('the first record stands, the second is rejected with both lines', async () => {
    const { entities, rejectFile } = await branch.load({ customers: [first ?? {}, second ?? {}] })
    expect(entities.customers).toMatchObject({ read: 2, added: 1, updated: 0, rejected: 1 })
    expect(branch.rows('SELECT name FROM customer')).toEqual([{ name: '李明' }])
    expect(readFileSync(rejectFile ?? '', 'utf8')).toContain(
      'customers.csv,3,rejected,key-repeated,key,,key,,customers.csv:2,',
    )
  })

  test('also where the first record changed nothing', async () => {
    await branch.load({ customers: [first ?? {}] })
    const { entities } = await branch.load({ customers: [first ?? {}, second ?? {}] })
    expect(entities.customers).toMatchObject({ read: 2, unchanged: 1, rejected: 1 })
    expect(branch.rows('SELECT name FROM customer')).toEqual([{ name: '李明' }])
  })

  test('a record that says the same again is unchanged', async () => {
    const { entities } = await branch.load({ customers: [first ?? {}, first ?? {}] })
    expect(entities.customers).toMatchObject({ read: 2, added: 1, unchanged: 1, rejected: 0 })
  })

  test('an account is not moved to another customer, a loan and a card neither', async () => {
    const owned = (customerKey: string) => ({ key: 'X1', customerKey })
    const { entities } = await branch.load({
      customers: [
        { key: 'C1', name: '李明' },
        { key: 'C2', name: '王芳' },
      ],
      accounts: ['C1', 'C2'].map((each) => ({ ...owned(each), kind: 'demand', balance: '1.00' })),
      loans: ['C1', 'C2'].map((each) => ({ ...owned(each), principal: '1.00' })),
      cards: ['C1', 'C2'].map((each) => ({ ...owned(each), number: '9999990000001234' })),
    })
    for (const entity of ['accounts', 'loans', 'cards'] as const) {
      expect(entities[entity]).toMatchObject({ read: 2, added: 1, updated: 0, rejected: 1 })
    }
    for (const table of ['account', 'loan', 'card']) {
      expect(branch.rows(`SELECT customer_id FROM ${table}`)).toEqual([{ customer_id: 1 }])
    }
  })
})

describe('a date that stands for none', () => {
  const KNOWN_DAYS = {
    customers: [{ key: 'C1', name: '李明', birthOn: '1980-01-01', riskExpiresOn: '2027-05-01' }],
    accounts: [
      {
        key: 'A1',
        customerKey: 'C1',
        kind: 'term',
        balance: '1.00',
        openedOn: '2020-02-29',
        maturesOn: '2027-02-28',
      },
    ],
  }
  const DAYS = `SELECT birth_on, risk_expires_on, opened_on, matures_on
    FROM customer JOIN account ON account.customer_id = customer.id`

  test.each([
    '1899-12-31',
    '1900-01-01',
    '1899-12-30',
    '1753-01-01',
    '0001-01-01',
    '0000-00-00',
    '9999-12-31',
  ])('%s for a birth date says nothing: what is stored stays', async (day) => {
    await branch.load(KNOWN_DAYS)
    const { entities } = await branch.load({ customers: [{ key: 'C1', name: '李明', birthOn: day }] })
    expect(branch.rows('SELECT birth_on FROM customer')).toEqual([{ birth_on: '1980-01-01' }])
    expect(entities.customers).toMatchObject({ unchanged: 1, updated: 0, flagged: 0, rejected: 0 })
  })

  test('9999-12-31 at the end of a term says that it has none, a zero says nothing', async () => {
    await branch.load(KNOWN_DAYS)
    const [account] = KNOWN_DAYS.accounts
    const days = (day: string) => ({
      customers: [{ key: 'C1', name: '李明', birthOn: day, riskExpiresOn: day }],
      accounts: [{ ...account, openedOn: day, maturesOn: day }],
    })
    await branch.load(days('1900-01-01'))
    const [known] = branch.rows(DAYS)
    expect(known).toEqual({
      birth_on: '1980-01-01',
      risk_expires_on: '2027-05-01',
      opened_on: '2020-02-29',
      matures_on: '2027-02-28',
    })
    await branch.load(days('9999-12-31'))
    expect(branch.rows(DAYS)).toEqual([
      { birth_on: '1980-01-01', risk_expires_on: null, opened_on: '2020-02-29', matures_on: null },
    ])
  })

  test('empties the field where the profile says so, and a new row has none in either case', async () => {
    await branch.load(KNOWN_DAYS)
    const filler = { customers: [{ key: 'C1', name: '李明', birthOn: '1900-01-01' }] }
    const profile = branch.folder.write(filler)
    const files = profile.files.map((file) => ({ ...file, fillerDates: 'empty' as const }))
    await runImport(branch.engine, { ...profile, files }, branch.folder.path)
    expect(branch.rows('SELECT birth_on FROM customer')).toEqual([{ birth_on: null }])
    await branch.load({ customers: [{ key: 'C2', name: '王芳', birthOn: '1900-01-01' }] })
    expect(branch.rows("SELECT birth_on FROM customer WHERE name = '王芳'")).toEqual([{ birth_on: null }])
  })

  test('leaves the birth date to a number that is verified, where none is stored', async () => {
    await branch.load({ customers: [{ key: 'C1', name: '李明', idNumber: LI, birthOn: '1899-12-31' }] })
    expect(branch.rows('SELECT birth_on FROM customer')).toEqual([{ birth_on: '1980-01-01' }])
  })
})
