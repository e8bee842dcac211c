import type { Connection, ReadConnection, Value } from './connection.ts'
import type { Columns, RowOf } from './schema/columns.ts'

/** Every statement that a module declared, for the test that prepares them all. */
const declared: (Read<Columns> | Write)[] = []

/**
 * A query and the columns of its rows. The columns are said once: the row's type follows from them, and a test compares
 * them with what SQLite says of the prepared statement (names, storage, and whether a column can be null).
 */
export class Read<C extends Columns> {
  readonly columns: C
  readonly sql: string

  constructor(columns: C, sql: string) {
    this.columns = columns
    this.sql = sql
  }

  /** The first row, or undefined. */
  get(connection: ReadConnection, ...values: readonly Value[]): RowOf<C> | undefined {
    return connection.prepared(this).get(...values)
  }

  all(connection: ReadConnection, ...values: readonly Value[]): RowOf<C>[] {
    return connection.prepared(this).all(...values)
  }

  /** Row by row, where there may be too many to hold at once. No other statement may write meanwhile. */
  iterate(connection: ReadConnection, ...values: readonly Value[]): IterableIterator<RowOf<C>> {
    return connection.prepared(this).iterate(...values)
  }
}

/** An insert, update or delete. */
export class Write {
  readonly sql: string

  constructor(sql: string) {
    this.sql = sql
  }

  run(
    connection: Connection,
    ...values: readonly Value[]
  ): { readonly changes: number; readonly lastId: number } {
    const { changes, lastInsertRowid } = connection.statement(this.sql).run(...values)
    return { changes, lastId: Number(lastInsertRowid) }
  }
}

/**
 * Declares a query in a module, once for all calls.
 * @param columns what each row has, by the names that the statement gives them
 * @param sql the text; it may be put together from other constants, but not from anything known only at run time
 */
export function read<const C extends Columns>(columns: C, sql: string): Read<C> {
  const statement = new Read(columns, sql)
  declared.push(statement)
  return statement
}

/** Declares an insert, update or delete in a module. */
export function write(sql: string): Write {
  const statement = new Write(sql)
  declared.push(statement)
  return statement
}

export function declaredStatements(): readonly (Read<Columns> | Write)[] {
  return declared
}
