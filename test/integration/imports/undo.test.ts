import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countOf, databaseImage } from '../../support/imports/database-image.ts'
import type { Extract } from '../../support/imports/extract-folder.ts'
import { ImportingBranch } from '../../support/imports/importing-branch.ts'
import { undoImport } from '../../support/imports/run-job.ts'

const LI = '999999198001010011'

let branch: ImportingBranch
beforeEach(() => {
  branch = new ImportingBranch()
})
afterEach(() => branch.close())

const FIRST: Extract = {
  customers: [
    { key: 'C1', name: '李明', birthOn: '1980-01-01', phone: '10000000001', idNumber: LI },
    { key: 'C2', name: '王芳', birthOn: '1985-06-07', phone: '10000000002', idNumber: '' },
  ],
  accounts: [{ key: 'A1', customerKey: 'C1', kind: 'demand', productName: '活期' }],
  loans: [{ key: 'L1', customerKey: 'C1', accountKey: 'A1', principal: '5000.00' }],
  cards: [{ key: 'K1', customerKey: 'C1', accountKey: 'A1', number: '9999990000000008' }],
  transactions: [
    {
      key: 'T1',
      accountKey: 'A1',
      on: '2026-11-05',
      direction: 'in',
      amount: '500.00',
      balance: '500.00',
      kind: 'cash',
    },
  ],
}

/** Touches every kind of row: changes, additions, a merge, a pair, an account and a card that change hands. */
const SECOND: Extract = {
  customers: [
    { key: 'C1', name: '李明明', birthOn: '1980-01-01', phone: '10000000009', idNumber: LI },
    { key: 'C3', name: '李明', birthOn: '1980-01-01', phone: '', idNumber: LI },
    { key: 'C4', name: '王芳', birthOn: '1985-06-07', phone: '', idNumber: '' },
  ],
  accounts: [
    { key: 'A1', customerKey: 'C2', kind: 'demand', productName: '活期' },
    { key: 'A2', customerKey: 'C3', kind: 'term', productName: '定期' },
  ],
  loans: [{ key: 'L1', customerKey: 'C1', accountKey: 'A1', principal: '4000.00' }],
  cards: [{ key: 'K1', customerKey: 'C2', accountKey: 'A1', number: '9999990000000016' }],
  transactions: [
    {
      key: 'T1',
      accountKey: 'A1',
      on: '2026-11-05',
      direction: 'in',
      amount: '700.00',
      balance: '700.00',
      kind: 'cash',
    },
    {
      key: 'T2',
      accountKey: 'A2',
      on: '2026-11-06',
      direction: 'in',
      amount: '9.00',
      balance: '9.00',
      kind: 'cash',
    },
  ],
}

test('D3: undoing an import restores every row, key and figure exactly', async () => {
  await branch.load(FIRST)
  const before = databaseImage(branch.engine.connection)
  const second = await branch.load(SECOND)
  expect(databaseImage(branch.engine.connection)).not.toEqual(before)
  const sheet = await undoImport(branch.engine, second.uid)
  expect([sheet.state, sheet.keptRows]).toEqual(['undone', 0])
  expect(databaseImage(branch.engine.connection)).toEqual(before)
})

test('undoing all imports, newest first, leaves nothing', async () => {
  const first = await branch.load(FIRST)
  const second = await branch.load(SECOND)
  await undoImport(branch.engine, second.uid)
  await undoImport(branch.engine, first.uid)
  for (const table of [
    'customer',
    'account',
    'loan',
    'card',
    'txn',
    'search_key',
    'customer_facts',
    'import_change',
  ])
    expect([table, countOf(branch.engine.connection, table)]).toEqual([table, 0])
})

test('a row that a later import changed stays as it is and is counted', async () => {
  await branch.load(FIRST)
  const second = await branch.load({
    customers: [
      { key: 'C2', name: '王方' },
      { key: 'C5', name: '赵敏' },
    ],
  })
  await branch.load({ customers: [{ key: 'C2', name: '王芬' }] })
  const sheet = await undoImport(branch.engine, second.uid)
  expect([sheet.state, sheet.keptRows]).toEqual(['undone', 1])
  expect(branch.rows('SELECT customer_no, name FROM customer ORDER BY id')).toEqual([
    { customer_no: 'C1', name: '李明' },
    { customer_no: 'C2', name: '王芬' },
  ])
})

test('a customer whom somebody has worked with since stays and is counted', async () => {
  const sheet = await branch.load({
    customers: [
      { key: 'C1', name: '李明' },
      { key: 'C2', name: '王芳' },
    ],
  })
  const [kept] = branch.engine.connection
    .statement<{ uid: string }>(`SELECT uid FROM customer WHERE customer_no = 'C1'`)
    .all()
  branch.engine.run('intents.flag', { customerUid: kept?.uid ?? '', product: 'wealth', level: 'high' })
  const undone = await undoImport(branch.engine, sheet.uid)
  expect([undone.state, undone.keptRows]).toEqual(['undone', 1])
  expect(branch.rows('SELECT customer_no FROM customer')).toEqual([{ customer_no: 'C1' }])
  expect(branch.engine.connection.pragma('foreign_key_check')).toBeUndefined()
})

test('a customer who has been in the lobby since stays', async () => {
  const sheet = await branch.load({
    customers: [
      { key: 'C1', name: '李明' },
      { key: 'C2', name: '王芳' },
    ],
  })
  const [visitor] = branch.engine.connection
    .statement<{ uid: string }>(`SELECT uid FROM customer WHERE customer_no = 'C1'`)
    .all()
  const who = { kind: 'customer', customerUid: visitor?.uid ?? '' } as const
  branch.engine.run('lobby.arrive', { business: 'cash', who })
  expect((await undoImport(branch.engine, sheet.uid)).keptRows).toBe(1)
  expect(branch.engine.run('lobby.board', {}).visits).toMatchObject([{ customer: { uid: visitor?.uid } }])
})

test('whatever a later version of the program keeps of a customer or of an account holds the row as well', async () => {
  const { connection } = branch.engine
  connection.script(`
    CREATE TABLE screening (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customer (id)) STRICT;
    CREATE TABLE standing_order (id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account (id)) STRICT;`)
  const sheet = await branch.load({
    customers: [
      { key: 'C1', name: '李明' },
      { key: 'C2', name: '王芳' },
      { key: 'C3', name: '赵敏' },
    ],
    accounts: [{ key: 'A2', customerKey: 'C2', kind: 'demand', productName: '活期' }],
  })
  connection.script(`
    INSERT INTO screening (customer_id) SELECT id FROM customer WHERE customer_no = 'C1';
    INSERT INTO standing_order (account_id) SELECT id FROM account WHERE account_no = 'A2';`)
  const undone = await undoImport(branch.engine, sheet.uid)
  expect([undone.state, undone.keptRows]).toEqual(['undone', 3])
  expect(branch.rows('SELECT customer_no FROM customer ORDER BY id')).toEqual([
    { customer_no: 'C1' },
    { customer_no: 'C2' },
  ])
})

test('an undo that could undo nothing is refused, and the import stays done', async () => {
  const sheet = await branch.load({ customers: [{ key: 'C1', name: '李明' }] })
  const [kept] = branch.engine.connection.statement<{ uid: string }>('SELECT uid FROM customer').all()
  branch.engine.run('intents.flag', { customerUid: kept?.uid ?? '', product: 'wealth', level: 'high' })
  await expect(undoImport(branch.engine, sheet.uid)).rejects.toThrowError('imports.undoBlocked')
  expect(branch.engine.run('imports.get', { importUid: sheet.uid }).state).toBe('done')
})

describe('what cannot be undone', () => {
  test('an import that was undone before', async () => {
    const sheet = await branch.load(FIRST)
    await undoImport(branch.engine, sheet.uid)
    await expect(undoImport(branch.engine, sheet.uid)).rejects.toThrowError('imports.notUndoable')
  })

  test('an import that nobody knows', async () => {
    await expect(undoImport(branch.engine, '01890000-0000-7000-8000-000000000000')).rejects.toThrowError(
      'imports.notFound',
    )
  })
})

test('a take-back that takes long goes on saying that it is alive, so that no other process takes it over', async () => {
  const stepMs = 60_000
  await branch.load(FIRST)
  const { uid } = await branch.load(SECOND)
  const { sources, connection } = branch.engine
  const silences: number[] = []
  await undoImport(branch.engine, uid, {
    onStep: () => {
      const run = connection
        .statement<{ at: number }>(`SELECT heartbeat_at AS at FROM import_run WHERE state = 'running'`)
        .get()
      if (run !== undefined) silences.push(sources.at - run.at)
      sources.at += stepMs
    },
  })
  expect(silences.length).toBeGreaterThan(3)
  // One of the steps may have nothing to write.
  expect(Math.max(...silences)).toBeLessThanOrEqual(stepMs)
})
