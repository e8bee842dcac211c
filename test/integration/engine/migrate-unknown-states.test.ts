import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import { migrate } from '../../../src/main/engine/migrations/index.ts'

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

const STATES = {
  account: ['open', 'frozen', 'closed'],
  loan: ['running', 'running-overdue', 'finished', 'finished-unpaid'],
  card: ['open', 'blocked', 'closed'],
} as const

const OWN_COLUMNS = {
  account: {
    names: 'kind, product_name, balance_fen, balance_source',
    values: `'demand', '活期', 100, 'extract'`,
  },
  loan: { names: 'principal_fen, account_id', values: '100, 1' },
  card: { names: 'kind, account_id', values: `'credit', 1` },
} as const

function insert(table: keyof typeof STATES, no: string, state: string): void {
  const { names, values } = OWN_COLUMNS[table]
  connection.script(
    `INSERT INTO ${table} (uid, ${table}_no, customer_id, status, as_of, updated_at, ${names})
     VALUES ('${table}${no}', '${no}', 1, '${state}', '2026-11-20', 1, ${values})`,
  )
}

test('120 unknown states: every row keeps its state and what it points at; unknown is one, others are refused', () => {
  migrate(connection, 110)
  connection.script(`INSERT INTO customer (uid, customer_no, name, pinyin, initials, source, as_of, created_at, updated_at)
    VALUES ('c1', 'C1', '单雨', 'shanyu', 'sy', 'extract', '2026-11-20', 1, 1)`)
  const tables = ['account', 'loan', 'card'] as const
  for (const table of tables) for (const state of STATES[table]) insert(table, state, state)
  migrate(connection)
  for (const table of tables) {
    const rows = connection.statement(`SELECT ${table}_no AS no, status FROM ${table} ORDER BY id`).all()
    expect(rows).toEqual(STATES[table].map((state) => ({ no: state, status: state })))
    insert(table, 'new', 'unknown')
    expect(() => insert(table, 'other', 'invented')).toThrowError('CHECK')
  }
  expect(connection.statement('SELECT DISTINCT kind, account_id FROM card').all()).toEqual([
    { kind: 'credit', account_id: 1 },
  ])
  expect(connection.statement('PRAGMA foreign_key_check').all()).toEqual([])
  expect(() => connection.script('DELETE FROM account WHERE id = 1')).toThrowError('FOREIGN KEY')
})
