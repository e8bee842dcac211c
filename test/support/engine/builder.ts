import {
  type Compilable,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Connection, Value } from '../../../src/main/engine/connection.ts'
import type { Schema } from '../../../src/main/engine/schema.ts'

/** The typed query builder for rows that a test puts in or looks at: built at each call, which a test can afford. */
export const sql = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

export function rowsOf<Row>(connection: Connection, query: Compilable<Row>): Row[] {
  const { sql: text, parameters } = query.compile()
  return connection.statement<Row>(text).all(...(parameters as Value[]))
}

/** @returns the number of the row that was inserted last */
export function insert(connection: Connection, query: Compilable): number {
  const { sql: text, parameters } = query.compile()
  return Number(connection.statement(text).run(...(parameters as Value[])).lastInsertRowid)
}
