import { existsSync, readFileSync, statSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EntityCounts } from '../../../src/shared/contract/imports.ts'
import { countOf } from '../../support/imports/database-image.ts'
import { ImportingBranch } from '../../support/imports/importing-branch.ts'

/** The check digits are right; the region code exists nowhere. */
const LI = '999999198001010011'
const WANG = '999999198506070079'

let branch: ImportingBranch
beforeEach(() => {
  branch = new ImportingBranch()
})
afterEach(() => branch.close())

function figures(counts: EntityCounts | undefined) {
  if (counts === undefined) throw new Error('the entity is missing in the sheet')
  const { seconds: _, lines: _lines, ...rest } = counts
  return rest
}

const NONE = {
  read: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  merged: 0,
  rejected: 0,
  flagged: 0,
  skipped: 0,
  repeated: 0,
}

test('D3: every row of the sheet is accounted for: read is the sum of what became of the rows', async () => {
  await branch.load({ customers: [{ key: 'C1', name: '李明', phone: '10000000001' }] })
  const { entities } = await branch.load({
    customers: [
      { key: 'C1', name: '李明', phone: '10000000002' },
      { key: 'C2', name: '王芳', phone: '10000000003' },
      { key: 'C3', name: '', phone: '10000000004' },
      { key: 'C4', name: '赵敏', phone: 'abc' },
    ],
  })
  expect(figures(entities.customers)).toEqual({
    ...NONE,
    read: 4,
    added: 2,
    updated: 1,
    rejected: 1,
    flagged: 1,
  })
})

test('an extract without a field leaves what a wider one brought', async () => {
  await branch.load({ customers: [{ key: 'C1', name: '李明', phone: '10000000001', occupation: '教师' }] })
  const { entities } = await branch.load({ customers: [{ key: 'C1', name: '李明', occupation: '' }] })
  expect(entities.customers?.updated).toBe(1)
  expect(branch.rows('SELECT phone, occupation, version FROM customer')).toEqual([
    { phone: '10000000001', occupation: null, version: 2 },
  ])
})

test('D2: the same verified ID number is the same person: the record is kept and points at the first', async () => {
  const { entities } = await branch.load({
    customers: [
      { key: 'C1', name: '李明', idNumber: LI },
      { key: 'C2', name: '李明', idNumber: LI },
    ],
  })
  expect(figures(entities.customers)).toEqual({ ...NONE, read: 2, added: 1, merged: 1 })
  expect(branch.rows('SELECT customer_no, merged_into, merge_reason FROM customer ORDER BY id')).toEqual([
    { customer_no: 'C1', merged_into: null, merge_reason: null },
    { customer_no: 'C2', merged_into: 1, merge_reason: 'same-id' },
  ])
  expect(countOf(branch.engine.connection, 'duplicate_pair')).toBe(0)
  expect(countOf(branch.engine.connection, 'customer_facts')).toBe(1)
})

test('the same phone, or the same name and birth date, is for a person to decide', async () => {
  await branch.load({
    customers: [
      { key: 'C1', name: '李明', birthOn: '1980-01-01', phone: '10000000001' },
      { key: 'C2', name: '王芳', birthOn: '1985-06-07', phone: '10000000001' },
      { key: 'C3', name: '王芳', birthOn: '1985-06-07', phone: '10000000003' },
    ],
  })
  expect(branch.rows('SELECT left_id, right_id, reason, state FROM duplicate_pair ORDER BY id')).toEqual([
    { left_id: 1, right_id: 2, reason: 'same-phone', state: 'open' },
    { left_id: 2, right_id: 3, reason: 'same-name-and-birth', state: 'open' },
  ])
})

test('two verified ID numbers are two people, whatever else they share', async () => {
  await branch.load({
    customers: [
      { key: 'C1', name: '李明', phone: '10000000001', idNumber: LI },
      { key: 'C2', name: '李明', phone: '10000000001', idNumber: WANG },
    ],
  })
  expect(countOf(branch.engine.connection, 'duplicate_pair')).toBe(0)
})

test('a pair that was decided is not asked about again', async () => {
  const twins = (address: string) => ({
    customers: [
      { key: 'C1', name: '李明', phone: '10000000001', address },
      { key: 'C2', name: '李亮', phone: '10000000001', address },
    ],
  })
  await branch.load(twins('东湖路1号'))
  branch.engine.connection.script(`UPDATE duplicate_pair SET state = 'different'`)
  await branch.load({ customers: [{ key: 'C2', name: '李良', phone: '10000000001' }] })
  expect(branch.rows('SELECT state FROM duplicate_pair')).toEqual([{ state: 'different' }])
})

test('rows whose customer or account is unknown go to the reject file with their line', async () => {
  const { entities, rejectFile } = await branch.load({
    customers: [{ key: 'C1', name: '李明' }],
    accounts: [
      { key: 'A1', customerKey: 'C1', kind: 'demand', balance: '1.00' },
      { key: 'A2', customerKey: 'C9', kind: 'demand', balance: '2.00' },
    ],
    transactions: [
      {
        key: 'T1',
        accountKey: 'A2',
        on: '2026-01-05',
        direction: 'in',
        amount: '1.00',
        kind: 'cash',
        note: '=1+1',
      },
    ],
  })
  expect([entities.accounts?.rejected, entities.transactions?.rejected]).toEqual([1, 1])
  const file = readFileSync(rejectFile ?? '', 'utf8')
  expect(file.startsWith('\ufefffile,line,result,code,field,sheet,column,shape,other,advice,row\r\n')).toBe(
    true,
  )
  expect(file).toContain('accounts.csv,3,rejected,unknown-customer,customerKey,')
  expect(file).toContain('transactions.csv,2,rejected,unknown-account,accountKey,')
  expect(statSync(rejectFile ?? '').mode & 0o077).toBe(0)
})

test('a rejected row cannot run as a formula in the reject file', async () => {
  const { rejectFile } = await branch.load({ customers: [{ key: '=cmd()', name: '' }] })
  expect(readFileSync(rejectFile ?? '', 'utf8')).toContain(`,'=cmd()`)
})

test('without rejects there is no reject file', async () => {
  const { uid, rejectFile } = await branch.load({ customers: [{ key: 'C1', name: '李明' }] })
  expect(rejectFile).toBeNull()
  expect(existsSync(`${branch.engine.folder}/rejects-${uid}.csv`)).toBe(false)
})

test('a corrected transaction replaces the first one and the balance follows', async () => {
  const day = (amount: string, balance: string) => ({
    customers: [{ key: 'C1', name: '李明' }],
    accounts: [{ key: 'A1', customerKey: 'C1', kind: 'demand' }],
    transactions: [
      {
        key: 'T9',
        accountKey: 'A1',
        on: '2026-01-05',
        direction: 'in',
        amount: '5.00',
        balance: '5.00',
        kind: 'cash',
      },
      { key: 'T10', accountKey: 'A1', on: '2026-01-05', direction: 'in', amount, balance, kind: 'cash' },
    ],
  })
  await branch.load(day('1.00', '6.00'))
  expect(branch.rows('SELECT balance_fen FROM account')).toEqual([{ balance_fen: 600 }])
  const { entities } = await branch.load(day('2.00', '7.00'))
  expect(figures(entities.transactions)).toEqual({ ...NONE, read: 2, unchanged: 1, updated: 1 })
  expect(branch.rows('SELECT balance_fen FROM account')).toEqual([{ balance_fen: 700 }])
})

test('an account that changes hands takes its transactions along', async () => {
  const owned = (customerKey: string) => ({
    customers: [
      { key: 'C1', name: '李明' },
      { key: 'C2', name: '王芳' },
    ],
    accounts: [{ key: 'A1', customerKey, kind: 'demand' }],
    transactions: [
      {
        key: 'T1',
        accountKey: 'A1',
        on: '2026-01-05',
        direction: 'in',
        amount: '5.00',
        balance: '5.00',
        kind: 'cash',
      },
    ],
  })
  await branch.load(owned('C1'))
  const { entities } = await branch.load(owned('C2'))
  expect(entities.transactions?.unchanged).toBe(1)
  expect(branch.rows('SELECT customer_id FROM txn')).toEqual([{ customer_id: 2 }])
  expect(branch.rows('SELECT customer_id, aum_fen FROM customer_facts ORDER BY 1')).toEqual([
    { customer_id: 1, aum_fen: 0 },
    { customer_id: 2, aum_fen: 500 },
  ])
})

test('a card that changes hands is found with its new holder only', async () => {
  const held = (customerKey: string) => ({
    customers: [
      { key: 'C1', name: '李明' },
      { key: 'C2', name: '王芳' },
    ],
    cards: [{ key: 'K1', customerKey, number: '9999990000001234' }],
  })
  const holders = () =>
    branch.engine.run('customers.search', { text: '1234' }).lines.map(({ uid }) => uidNo(uid))
  await branch.load(held('C1'))
  expect(holders()).toEqual(['C1'])
  await branch.load(held('C2'))
  expect(holders()).toEqual(['C2'])
})

function uidNo(uid: string): string | undefined {
  return branch.engine.connection
    .statement<{ no: string }>('SELECT customer_no AS no FROM customer WHERE uid = ?')
    .get(uid)?.no
}

test('one import leaves one outbox row, and its start and its end in the audit', async () => {
  const before = countOf(branch.engine.connection, 'outbox')
  await branch.load({ customers: [{ key: 'C1', name: '李明' }] })
  expect(countOf(branch.engine.connection, 'outbox') - before).toBe(1)
  expect(branch.rows(`SELECT action FROM audit WHERE action LIKE 'imports.%' ORDER BY seq`)).toEqual([
    { action: 'imports.begin' },
    { action: 'imports.run' },
  ])
  expect(
    branch.rows(`SELECT payload FROM outbox WHERE operation = 'imports.run'`).map(String).join(),
  ).not.toContain('李明')
})

test('the sheet can be asked for again', async () => {
  const { rejectFile, files, ...sheet } = await branch.load({ customers: [{ key: 'C1', name: '李明' }] })
  expect(rejectFile).toBeNull()
  expect(files.map(({ name }) => name)).toEqual(['customers.csv'])
  expect(branch.engine.run('imports.get', { importUid: sheet.uid })).toEqual(sheet)
  const { comparedWith: _comparedWith, columns: _columns, ...listed } = sheet
  expect(branch.engine.run('imports.list', {})).toEqual([listed])
  expect(() =>
    branch.engine.run('imports.get', { importUid: '01890000-0000-7000-8000-000000000000' }),
  ).toThrowError('imports.notFound')
})
