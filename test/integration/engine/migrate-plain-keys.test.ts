import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import { migrate } from '../../../src/main/engine/migrations/index.ts'
import { KEY_KIND } from '../../../src/main/engine/search-index/keys.ts'
import { cellReader, DEFAULT_NULLS } from '../../../src/shared/domain/imports/cell-text.ts'
import { readKey } from '../../../src/shared/domain/imports/key-text.ts'

let folder: string
let connection: Connection
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-migrations-'))
  const dataKey = new Uint8Array(32).fill(9)
  connection = Connection.open({ file: join(folder, 'branch.db'), dataKey, mode: 'writer' })
})
afterEach(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

/** As files write them and as the version before kept them. */
const WRITTEN = [
  'C1',
  '000123',
  'AB-12 34',
  '="000124"',
  "'000125",
  '"000126"',
  '０００１２７',
  'ＡＢｃ１２８',
  'A\u200b129\ufeff',
  '="Ａ130"',
  "O'NEIL",
  '客户131',
]

const TABLES = {
  account: {
    names: 'kind, product_name, balance_fen, balance_source',
    values: `'demand', '活期', 1, 'extract'`,
  },
  loan: { names: 'principal_fen', values: '100' },
  card: { names: 'kind', values: `'debit'` },
} as const

function storeBefore(): void {
  migrate(connection, 110)
  const person = connection.statement(
    `INSERT INTO customer (uid, customer_no, name, pinyin, initials, search_bucket, source, as_of, created_at, updated_at)
     VALUES (?, ?, '王芳', 'wangfang', 'wf', 3, 'extract', '2026-11-20', 1, 1)`,
  )
  const key = connection.statement(
    'INSERT INTO search_key (kind, bucket, key, customer_id) VALUES (?, 3, ?, ?)',
  )
  const txn = connection.statement(
    `INSERT INTO txn (customer_id, on_date, txn_no, account_id, direction, amount_fen, kind, import_id)
     VALUES (1, '2026-11-05', ?, 1, 'in', 1, 'cash', 1)`,
  )
  for (const [at, no] of WRITTEN.entries()) {
    person.run(`c${at}`, no)
    key.run(KEY_KIND.customerNo, no.toUpperCase(), at + 1)
    for (const [table, { names, values }] of Object.entries(TABLES)) {
      connection
        .statement(
          `INSERT INTO ${table} (uid, ${table}_no, customer_id, as_of, updated_at, ${names}, status)
           VALUES (?, ?, 1, '2026-11-20', 1, ${values}, '${table === 'loan' ? 'running' : 'open'}')`,
        )
        .run(`${table}${at}`, no)
    }
    txn.run(no)
  }
  connection.script(`INSERT INTO import_run (uid, profile_name, state, as_of, staff_no, started_at, owner_process, heartbeat_at)
    VALUES ('r1', '日终', 'done', '2026-11-20', '8001', 1, 1, 1)`)
  connection
    .statement(`INSERT INTO import_change (import_id, entity, row_key, before) VALUES (1, 'txn', ?, '{}')`)
    .run(JSON.stringify([1, '2026-11-05', '="000124"']))
}

const column = (sql: string) =>
  connection
    .statement<{ it: string }>(sql)
    .all()
    .map(({ it }) => it)

test('160 plain keys: every stored key is what the same text of a file is read as', () => {
  storeBefore()
  migrate(connection)
  const readCell = cellReader('code', DEFAULT_NULLS)
  const read = WRITTEN.map((text) => readKey(readCell(text)))
  expect(read).not.toContain(null)
  expect(column('SELECT customer_no AS it FROM customer ORDER BY id')).toEqual(read)
  for (const table of Object.keys(TABLES)) {
    expect(column(`SELECT ${table}_no AS it FROM ${table} ORDER BY id`)).toEqual(read)
  }
  expect(column('SELECT txn_no AS it FROM txn').sort()).toEqual([...read].sort())
  expect(column('SELECT key AS it FROM search_key ORDER BY customer_id')).toEqual(
    read.map((no) => no?.toUpperCase()),
  )
  expect(column('SELECT row_key AS it FROM import_change')).toEqual(['[1,"2026-11-05","000124"]'])
})

test('160 plain keys: a row whose plain key another row has already stays as it is', () => {
  migrate(connection, 110)
  const person = connection.statement(
    `INSERT INTO customer (uid, customer_no, name, pinyin, initials, source, as_of, created_at, updated_at)
     VALUES (?, ?, '王芳', 'wangfang', 'wf', 'extract', '2026-11-20', 1, 1)`,
  )
  const key = connection.statement(
    'INSERT INTO search_key (kind, bucket, key, customer_id) VALUES (?, 3, ?, ?)',
  )
  for (const [at, no] of ['000123', '="000123"'].entries()) {
    person.run(`c${at}`, no)
    key.run(KEY_KIND.customerNo, no, at + 1)
  }
  migrate(connection)
  expect(column('SELECT customer_no AS it FROM customer ORDER BY id')).toEqual(['000123', '="000123"'])
  expect(column('SELECT key AS it FROM search_key ORDER BY customer_id')).toEqual(['000123', '="000123"'])
})

test('160 plain keys: what is known of people is computed again, because balances have become unknown', () => {
  migrate(connection, 110)
  connection.script(
    `INSERT INTO setting (name, value, updated_at) VALUES ('facts.refreshedFor', '"2026-11-20"', 1), ('branch', '{}', 1)`,
  )
  migrate(connection)
  expect(column('SELECT name AS it FROM setting')).toEqual(['branch'])
})
