import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import { migrate, NEWEST_VERSION, versionOf } from '../../../src/main/engine/migrations/index.ts'

const DATA_KEY = new Uint8Array(32).fill(9)

let folder: string
let connection: Connection
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-migrations-'))
  connection = Connection.open({ file: join(folder, 'branch.db'), dataKey: DATA_KEY, mode: 'writer' })
})
afterEach(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

const count = (table: string) =>
  connection.statement<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n

function foundBranchAt10(): void {
  migrate(connection, 10)
  connection.script(`
    INSERT INTO branch (id, uid, name, demo, device_uid, created_at) VALUES (1, 'b', '城东网点', 0, 'd', 1);
    INSERT INTO staff (uid, no, name, role, created_at, updated_at) VALUES ('s1', '8001', '赵明', 'head', 1, 1);
    INSERT INTO outbox (operation_id, operation, staff_no, at, payload) VALUES ('o1', 'branch.create', '8001', 1, '{}');
  `)
}

function addPersonAt20(): void {
  migrate(connection, 20)
  connection.script(`
    INSERT INTO customer (uid, customer_no, name, pinyin, initials, source, as_of, created_at, updated_at)
      VALUES ('c1', 'C1', '单雨', 'shanyu', 'sy', 'extract', '2026-11-20', 1, 1);
    INSERT INTO account (uid, account_no, customer_id, kind, product_name, balance_fen, balance_source, status, as_of, updated_at)
      VALUES ('a1', 'A1', 1, 'demand', '活期', 123456, 'extract', 'open', '2026-11-20', 1);
    INSERT INTO txn (customer_id, on_date, txn_no, account_id, direction, amount_fen, kind, import_id)
      VALUES (1, '2026-11-19', 'T1', 1, 'in', 123456, 'cash', 1);
  `)
}

test('10 foundation: a new file gets the branch, its staff and both ledgers', () => {
  foundBranchAt10()
  expect(versionOf(connection)).toBe(10)
  expect([count('branch'), count('staff'), count('outbox'), count('audit')]).toEqual([1, 1, 1, 0])
})

test('20 customers: keeps the branch and takes people with their holdings', () => {
  foundBranchAt10()
  addPersonAt20()
  expect(versionOf(connection)).toBe(20)
  expect([count('staff'), count('outbox'), count('customer'), count('txn')]).toEqual([1, 1, 1, 1])
  expect(connection.pragma('foreign_key_check')).toBeUndefined()
})

function addIntentAt30(): void {
  migrate(connection, 30)
  connection.script(`
    INSERT INTO intent (uid, customer_id, product, level, status, owner_no, warn_on, next_on, last_evidence_on, created_by, created_at, updated_at)
      VALUES ('i1', 1, 'wealth', 'high', 'open', '8001', '2026-11-23', '2026-11-24', '2026-11-20', '8001', 1, 1);
  `)
}

test('30 intents: keeps people and takes their wishes', () => {
  foundBranchAt10()
  addPersonAt20()
  addIntentAt30()
  expect(versionOf(connection)).toBe(30)
  expect([count('staff'), count('customer'), count('account'), count('txn'), count('intent')]).toEqual([
    1, 1, 1, 1, 1,
  ])
  expect(connection.pragma('integrity_check')).toBe('ok')
})

test('40 lobby: keeps wishes and takes visits, strangers and what is handed on', () => {
  foundBranchAt10()
  addPersonAt20()
  addIntentAt30()
  migrate(connection)
  connection.script(`
    INSERT INTO visit (uid, on_date, customer_id, business, state, arrived_at, state_at, source, created_by, created_at, updated_at)
      VALUES ('v1', '2026-11-20', 1, 'wealth', 'waiting', 1, 1, 'hand', '8001', 1, 1);
    INSERT INTO lead (uid, surname, title, phone, same_key, product, level, note, source, state, owner_no, warn_on, next_on, created_by, created_at, updated_at)
      VALUES ('l1', '欧阳', 'ms', '10000000001', 'phone:10000000001', 'loan', 'mid', '', 'branch', 'new', '8001', '2026-11-25', '2026-11-27', '8001', 1, 1);
    INSERT INTO referral (uid, lead_id, product, level, reason, from_no, to_no, state, offered_at, accept_by_at, updated_at)
      VALUES ('r1', 1, 'loan', 'mid', '问房贷', '8001', '8001', 'offered', 1, 2, 1);
  `)
  expect(versionOf(connection)).toBe(NEWEST_VERSION)
  expect([count('customer'), count('intent'), count('visit'), count('lead'), count('referral')]).toEqual([
    1, 1, 1, 1, 1,
  ])
  expect(connection.pragma('foreign_key_check')).toBeUndefined()
  expect(connection.pragma('integrity_check')).toBe('ok')
})

test.each([
  ['F1: an open lead without an owner', `UPDATE lead SET owner_no = NULL`],
  ['F1: an open lead without a next date', `UPDATE lead SET next_on = NULL`],
  ['a lost lead without its reason', `UPDATE lead SET state = 'lost', closed_at = 2`],
  [
    'L7: a second open lead for the same stranger',
    `INSERT INTO lead SELECT 2, 'l2', surname, title, phone, phone_tail, ticket, same_key, product, level, note, source, state,
       lost_reason, owner_no, warn_on, next_on, due_rule, customer_id, joined_at, joined_on, joined_import_id, created_by, created_at, closed_at,
       updated_at, version FROM lead`,
  ],
  [
    'L1: a second open visit of the same person',
    `INSERT INTO visit (uid, on_date, customer_id, business, state, arrived_at, state_at, source, created_by, created_at, updated_at)
       SELECT 'v2', on_date, customer_id, business, 'serving', 2, 2, source, created_by, 2, 2 FROM visit`,
  ],
  ['L8: an offered referral without a clock', `UPDATE referral SET accept_by_at = NULL`],
])('the database itself refuses %s', (_what, sql) => {
  foundBranchAt10()
  addPersonAt20()
  migrate(connection)
  connection.script(`
    INSERT INTO visit (uid, on_date, customer_id, business, state, arrived_at, state_at, source, created_by, created_at, updated_at)
      VALUES ('v1', '2026-11-20', 1, 'wealth', 'waiting', 1, 1, 'hand', '8001', 1, 1);
    INSERT INTO lead (uid, surname, title, phone, same_key, product, level, note, source, state, owner_no, warn_on, next_on, created_by, created_at, updated_at)
      VALUES ('l1', '欧阳', 'ms', '10000000001', 'phone:10000000001', 'loan', 'mid', '', 'branch', 'new', '8001', '2026-11-25', '2026-11-27', '8001', 1, 1);
    INSERT INTO referral (uid, lead_id, product, level, reason, from_no, to_no, state, offered_at, accept_by_at, updated_at)
      VALUES ('r1', 1, 'loan', 'mid', '问房贷', '8001', '8001', 'offered', 1, 2, 1);
  `)
  expect(() => connection.script(sql)).toThrow(/constraint/i)
})

test('50 asked-business: visits keep what they hold and who points at them; from then on it may be empty', () => {
  foundBranchAt10()
  addPersonAt20()
  migrate(connection, 40)
  const visit = (uid: string, business: string) =>
    `INSERT INTO visit (uid, on_date, customer_id, business, state, arrived_at, state_at, source, created_by, created_at, updated_at)
       VALUES ('${uid}', '2026-11-20', NULL, ${business}, 'waiting', 1, 1, 'hand', '8001', 1, 1);`
  connection.script(`${visit('v1', "'wealth'")} ${visit('v2', "'cash'")}
    INSERT INTO visit_ticket (on_date, ticket, visit_id, at) VALUES ('2026-11-20', 'A001', 2, 1);
    INSERT INTO arrival_event (source, at, outcome, summary, visit_id) VALUES ('reader', 1, 'arrived', '{}', 2);`)
  expect(() => connection.script(visit('v3', 'NULL'))).toThrow(/constraint/i)
  migrate(connection, 50)
  connection.script(visit('v3', 'NULL'))
  expect(() => connection.script(visit('v4', "'chat'"))).toThrow(/constraint/i)
  const rows = connection
    .statement<{ uid: string; business: string | null; tickets: number }>(
      `SELECT uid, business, (SELECT count(*) FROM visit_ticket WHERE visit_id = visit.id) AS tickets
       FROM visit ORDER BY id`,
    )
    .all()
  expect(rows).toEqual([
    { uid: 'v1', business: 'wealth', tickets: 0 },
    { uid: 'v2', business: 'cash', tickets: 1 },
    { uid: 'v3', business: null, tickets: 0 },
  ])
  expect(connection.pragma('foreign_key_check')).toBeUndefined()
  const indexes = connection
    .statement<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'visit' AND sql IS NOT NULL ORDER BY name",
    )
    .all()
  expect(indexes.map(({ name }) => name)).toEqual([
    'visit_by_customer',
    'visit_of_day',
    'visit_one_open_per_person',
  ])
})

test('130 ledger: keeps transactions, lets both legs bear one number, and calls balances unknown that were guessed', () => {
  foundBranchAt10()
  addPersonAt20()
  migrate(connection, 110)
  const account = (
    no: string,
    balance: number,
  ) => `INSERT INTO account (uid, account_no, customer_id, kind, product_name,
      balance_fen, balance_source, status, as_of, updated_at)
    VALUES ('${no}', '${no}', 1, 'demand', '活期', ${balance}, 'transactions', 'open', '2026-11-20', 1);`
  const booked = (id: number, no: string, direction: string, amount: number, balance: number | null) =>
    `INSERT INTO txn (customer_id, on_date, txn_no, account_id, direction, amount_fen, balance_fen, kind, import_id)
     VALUES (1, '2026-11-18', '${no}', ${id}, '${direction}', ${amount}, ${balance}, 'cash', 1);`
  connection.script(`
    ${account('chain', 18_570)} ${booked(2, '900', 'in', 70, 18_570)} ${booked(2, '100', 'out', 14, 18_556)}
    ${account('single', 500)} ${booked(3, '901', 'in', 500, 500)}
    ${account('circle', 100)} ${booked(4, '902', 'in', 10, 110)} ${booked(4, '903', 'out', 10, 100)}
    ${account('gap', 900)} ${booked(5, '904', 'in', 10, 110)} ${booked(5, '905', 'in', 10, 900)}
    ${account('without', 7)} ${booked(6, '906', 'in', 10, null)} ${booked(6, '907', 'in', 10, null)}
    ${booked(6, '908', 'in', 10, 30)} ${account('nothing', 0)}
  `)
  const before = count('txn')
  migrate(connection)
  expect(count('txn')).toBe(before)
  const found = connection
    .statement(
      'SELECT account_no AS no, balance_fen AS fen, balance_unknown AS unknown FROM account ORDER BY id',
    )
    .all()
  expect(found).toEqual([
    { no: 'A1', fen: 123_456, unknown: 0 },
    { no: 'chain', fen: 18_556, unknown: 0 },
    { no: 'single', fen: 500, unknown: 0 },
    { no: 'circle', fen: 0, unknown: 1 },
    { no: 'gap', fen: 0, unknown: 1 },
    { no: 'without', fen: 0, unknown: 1 },
    { no: 'nothing', fen: 0, unknown: 1 },
  ])
  connection.script(booked(3, '900', 'out', 70, 430))
  expect(count('txn')).toBe(Number(before) + 1)
  expect(() => connection.script(booked(3, '900', 'out', 1, 1))).toThrowError(/UNIQUE/)
  expect(connection.pragma('foreign_key_check')).toBeUndefined()
  expect(connection.pragma('integrity_check')).toBe('ok')
})

test('migrating step by step ends in the same schema as migrating at once', () => {
  foundBranchAt10()
  addPersonAt20()
  migrate(connection)
  const stepwise = connection.statement('SELECT type, name, sql FROM sqlite_master ORDER BY name').all()
  const other = Connection.open({ file: join(folder, 'at-once.db'), dataKey: DATA_KEY, mode: 'writer' })
  migrate(other)
  expect(other.statement('SELECT type, name, sql FROM sqlite_master ORDER BY name').all()).toEqual(stepwise)
  other.close()
})

test('a second migration of an up-to-date file changes nothing', () => {
  migrate(connection)
  const before = connection.pragma('schema_version')
  migrate(connection)
  expect(connection.pragma('schema_version')).toBe(before)
})

test('a file of a newer version is refused and left as it is', () => {
  migrate(connection)
  connection.script(`PRAGMA user_version = ${NEWEST_VERSION + 10}`)
  expect(() => migrate(connection)).toThrowError('engine.tooNew')
  expect(versionOf(connection)).toBe(NEWEST_VERSION + 10)
})

test('a wrong key opens nothing', () => {
  migrate(connection)
  const file = join(folder, 'branch.db')
  const wrong = { file, dataKey: new Uint8Array(32).fill(1), mode: 'reader' } as const
  expect(() => Connection.open(wrong)).toThrowError(/^engine\.(damaged|wrongKey)$/)
})

test('two processes that start on an old file at once bring it up to date once', () => {
  migrate(connection, 10)
  const other = Connection.open({ file: join(folder, 'branch.db'), dataKey: DATA_KEY, mode: 'writer' })
  const begin = connection.transaction.bind(connection)
  // What the wait for the lock is, in one thread: the other one is through before this one gets it.
  connection.transaction = (work) => {
    migrate(other)
    return begin(work)
  }
  migrate(connection)
  other.close()
  expect(versionOf(connection)).toBe(NEWEST_VERSION)
})
