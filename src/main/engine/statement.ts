import type { Connection, ReadConnection, Value } from './connection.ts'
import type { ArrayOf, Columns, Places, RowOf } from './schema/columns.ts'

type Declared = Read<Columns> | ReadArrays<Places> | Write

/** Every statement that a module declared, for the test that prepares them all. */
const declared: Declared[] = []

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

/** A query whose rows come as arrays: for a million of them, an object each would cost more than reading them. */
export class ReadArrays<P extends Places> {
  readonly columns: P
  readonly sql: string

  constructor(columns: P, sql: string) {
    this.columns = columns
    this.sql = sql
  }

  all(connection: ReadConnection, ...values: readonly Value[]): ArrayOf<P>[] {
    return connection.arrays(this).all(...values)
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

/**
 * Declares a query whose rows come as arrays.
 * @param columns name and column of each place, in the order of the statement
 * @param sql as for `read`
 */
export function readArrays<const P extends Places>(columns: P, sql: string): ReadArrays<P> {
  const statement = new ReadArrays(columns, sql)
  declared.push(statement)
  return statement
}

/** Declares an insert, update or delete in a module. */
export function write(sql: string): Write {
  const statement = new Write(sql)
  declared.push(statement)
  return statement
}

export function declaredStatements(): readonly Declared[] {
  return declared
}
