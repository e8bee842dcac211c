import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Columns } from '../../../src/main/engine/schema/columns.ts'
import { TABLES } from '../../../src/main/engine/schema.ts'
import { openEngine, type TestEngine } from '../../support/engine/open-engine.ts'

let engine: TestEngine
beforeAll(() => {
  engine = openEngine()
})
afterAll(() => engine.close())

interface TableColumn {
  readonly name: string
  readonly type: string
  readonly notnull: 0 | 1
  readonly filled: string | null
  readonly pk: number
}

function columnsOf(table: string): TableColumn[] {
  return engine.connection
    .statement<TableColumn>(
      `SELECT name, type, "notnull", dflt_value AS filled, pk FROM pragma_table_info(?) ORDER BY cid`,
    )
    .all(table)
}

/** The one column that SQLite fills by itself: the number of the row. */
function isRowNumber(column: TableColumn, all: readonly TableColumn[]): boolean {
  return column.pk === 1 && column.type === 'INTEGER' && all.filter(({ pk }) => pk > 0).length === 1
}

test('the declared tables are those of the file, and all of them are STRICT', () => {
  const tables = engine.connection
    .statement<{ name: string; strict: 0 | 1 }>(
      `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
       AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
  expect(tables.map(({ name }) => name)).toEqual(Object.keys(TABLES).sort())
  expect(tables.filter(({ strict }) => strict === 0)).toEqual([])
})

test.each(Object.entries<Columns>(TABLES))(
  '%s is declared with the names, storage, nulls and defaults of the file',
  (table, declared) => {
    const kept = columnsOf(table)
    const asDeclared = Object.entries(declared).map(([name, { storage, nullable, filled }]) => ({
      name,
      storage,
      nullable,
      filled,
    }))
    // A row that hangs on another takes that one's number as its own: there the declaration asks for it.
    const asksForNumber = (name: string) => declared[name]?.filled === false
    const asKept = kept.map((column) => ({
      name: column.name,
      storage: column.type,
      nullable: column.notnull === 0 && column.pk === 0,
      filled: column.filled !== null || (isRowNumber(column, kept) && !asksForNumber(column.name)),
    }))
    const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1)
    expect(asDeclared.sort(byName)).toEqual(asKept.sort(byName))
  },
)
