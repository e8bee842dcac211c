import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Schema } from '../../../src/main/engine/schema.ts'
import { openEngine, type TestEngine } from '../../support/engine/open-engine.ts'
import { customersColumns } from './known-columns/customers.ts'
import { foundationColumns } from './known-columns/foundation.ts'
import { intentsColumns } from './known-columns/intents.ts'
import type { KnownColumns } from './known-columns/known-columns.ts'
import { lobbyColumns } from './known-columns/lobby.ts'

const KNOWN: KnownColumns<Schema> = {
  ...foundationColumns,
  ...customersColumns,
  ...intentsColumns,
  ...lobbyColumns,
}

let engine: TestEngine
beforeAll(() => {
  engine = openEngine()
})
afterAll(() => engine.close())

function columnsOf(table: string): string[] {
  const rows = engine.connection
    .statement<{ name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY name')
    .all(table)
  return rows.map((row) => row.name)
}

test('the query builder knows every table of the database and no other', () => {
  const tables = engine.connection
    .statement<{ name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
  expect(tables.map((table) => table.name)).toEqual(Object.keys(KNOWN).sort())
})

test.each(Object.entries(KNOWN))(
  '%s has the columns that the query builder writes and reads',
  (table, columns) => {
    expect(columnsOf(table)).toEqual(Object.keys(columns).sort())
  },
)
