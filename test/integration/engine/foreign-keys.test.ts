import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPointedAt, pointingAt } from '../../../src/main/engine/foreign-keys.ts'
import type { TableName } from '../../../src/main/engine/schema.ts'
import { openEngine, type TestEngine } from '../../support/engine/open-engine.ts'

const MIGRATIONS = new URL('../../../src/main/engine/migrations/', import.meta.url)

/** Numbers of rows that the database does not check, and why not. */
const UNCHECKED: Readonly<Record<string, string>> = {
  'search_key.customer_id': 'the largest table; placed and taken out with the person by the search index',
  'txn.account_id':
    'checked when it is loaded; a check for each transaction would double the time of an import',
  'txn.import_id': 'the same',
}

let engine: TestEngine
beforeAll(() => {
  engine = openEngine()
})
afterAll(() => engine.close())

/** `table.column` of each reference in the sources, read as text; a table that is made anew counts under its last name. */
function writtenReferences(to: string): string[] {
  const sources = readdirSync(MIGRATIONS).map((name) => readFileSync(new URL(name, MIGRATIONS), 'utf8'))
  const renamed = new Map(
    sources
      .flatMap((text) => [...text.matchAll(/ALTER TABLE (\w+) RENAME TO (\w+)/g)])
      .map(([, before = '', after = '']) => [before, after] as const),
  )
  const written = sources
    .flatMap((text) => text.split('CREATE TABLE ').slice(1))
    .flatMap((statement) => {
      const table = statement.slice(0, statement.indexOf(' '))
      const body = statement.slice(0, statement.indexOf(') STRICT'))
      const references = body.matchAll(
        new RegExp(`(\\w+) [A-Z ]+REFERENCES ${to} \\(id\\)(?! ON DELETE CASCADE)`, 'g'),
      )
      return [...references].map(([, column]) => `${renamed.get(table) ?? table}.${column}`)
    })
  return [...new Set(written)].sort()
}

describe('what points at a row', () => {
  test.each<TableName>(['customer', 'account', 'visit', 'lead', 'intent'])('of %s', (table) => {
    const found = pointingAt(engine.connection, table).map((each) => `${each.table}.${each.column}`)
    expect(found.length).toBeGreaterThan(1)
    expect(found.sort()).toEqual(writtenReferences(table))
  })

  test('is found by the condition, and nothing else is', () => {
    const { connection } = engine
    const inUse = (id: number) =>
      connection
        .statement(
          `SELECT 1 FROM visit AS it WHERE id = ? AND (${isPointedAt(connection, 'visit', 'it.id')})`,
        )
        .get(id) !== undefined
    connection.script(`
      INSERT INTO visit (id, uid, on_date, business, state, arrived_at, state_at, source, created_by, created_at, updated_at)
        VALUES (1, 'v1', '2026-11-20', 'cash', 'waiting', 0, 0, 'hand', '8001', 0, 0),
               (2, 'v2', '2026-11-20', 'cash', 'waiting', 0, 0, 'hand', '8001', 0, 0);
      INSERT INTO visit_ticket (on_date, ticket, visit_id, at) VALUES ('2026-11-20', 'A001', 1, 0);`)
    expect([inUse(1), inUse(2)]).toEqual([true, false])
  })
})

test('a number of a row that the database does not check is named, with the reason', () => {
  const unchecked = engine.connection
    .statement<{ name: string }>(
      `SELECT owner.name || '.' || field.name AS name
         FROM sqlite_schema AS owner JOIN pragma_table_info(owner.name) AS field
        WHERE owner.type = 'table' AND field.name LIKE '%\\_id' ESCAPE '\\'
          AND field.name NOT IN (SELECT "from" FROM pragma_foreign_key_list(owner.name))
          AND field.type = 'INTEGER'
        ORDER BY 1`,
    )
    .all()
  expect(unchecked.map(({ name }) => name)).toEqual(Object.keys(UNCHECKED).sort())
})
