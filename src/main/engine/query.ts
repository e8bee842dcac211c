import {
  type Compilable,
  type DeleteResult,
  DummyDriver,
  type Expression,
  sql as fragment,
  type InsertResult,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type UpdateResult,
} from 'kysely'
import type { Connection, ReadConnection, Value } from './connection.ts'
import type { Schema } from './schema.ts'

/** Named values of a statement, by the types that the statement compares or writes them as. */
type Given<P> = { readonly [Name in keyof P]: Value }

/** The same names, as they stand in the statement. */
export type Takes<P extends Given<P>> = { readonly [Name in keyof P]: Expression<P[Name]> }

type Arguments<P> = keyof P extends never ? [] : [given: Readonly<P>]

/** SQLite answers 0 and 1, never true: a row that claims a boolean is refused by its type. */
type WithoutBooleans<Row> = Row extends
  | InsertResult
  | UpdateResult
  | DeleteResult
  | { readonly [Name in keyof Row]: Value }
  ? unknown
  : 'the row has a boolean'

/** Stands in the statement for a value that comes with each call. */
class Parameter {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/**
 * Writes constants as part of the text. A constant that is bound makes SQLite prepare anew at each call, to see whether
 * a partial index fits the value of this time.
 */
class StatementCompiler extends SqliteQueryCompiler {
  protected override appendValue(value: unknown): void {
    if (value instanceof Parameter) super.appendValue(value)
    else this.appendImmediateValue(value)
  }
}

const builder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new StatementCompiler(),
  },
})

/** Any name that a statement asks for is a parameter of that name. */
function parameters<P extends Given<P>>(): Takes<P> {
  const named = (name: string): RawBuilder<unknown> => fragment`${new Parameter(name)}`
  // Only names of `P` can be asked for, so each answer has the type that `P` gives the name.
  return new Proxy({}, { get: (_, name) => named(String(name)) }) as Takes<P>
}

interface Written {
  readonly sql: string
  readonly order: readonly string[]
}

/** A statement written with the query builder: compiled at its first use, and never again. */
export class Query<P extends Given<P>, Row> {
  readonly #write: () => Compilable<Row>
  #written: Written | null = null

  constructor(write: () => Compilable<Row>) {
    this.#write = write
  }

  get sql(): string {
    return this.#asWritten().sql
  }

  /** The first row, or undefined. */
  get(connection: ReadConnection, ...[given]: Arguments<P>): Row | undefined {
    return connection.statement<Row>(this.sql).get(...this.#inOrder(given))
  }

  all(connection: ReadConnection, ...[given]: Arguments<P>): Row[] {
    return connection.statement<Row>(this.sql).all(...this.#inOrder(given))
  }

  /** @returns how many rows were written */
  run(connection: Connection, ...[given]: Arguments<P>): number {
    return connection.statement(this.sql).run(...this.#inOrder(given)).changes
  }

  #asWritten(): Written {
    if (this.#written !== null) return this.#written
    const { sql, parameters: values } = this.#write().compile()
    const order = values.map((value) => {
      if (!(value instanceof Parameter)) throw new TypeError('a constant was bound')
      return value.name
    })
    this.#written = { sql, order }
    return this.#written
  }

  /** The driver would take a missing value for NULL. */
  #inOrder(given: Readonly<P> | undefined): Value[] {
    const values = new Map<string, Value>(Object.entries(given ?? {}))
    return this.#asWritten().order.map((name) => {
      const value = values.get(name)
      if (value === undefined) throw new TypeError(`no value for ${name}`)
      return value
    })
  }
}

const declared: Query<never, unknown>[] = []

/**
 * Declares a statement of a plain create-read-update feature, in a module, once for all calls. Nothing known only at
 * run time may be used in `write`: it would stay in the text. Values come by name, as properties of its second argument.
 */
export function query<Row, P extends Given<P> = Record<never, never>>(
  write: (sql: Kysely<Schema>, at: Takes<P>) => Compilable<Row> & WithoutBooleans<Row>,
): Query<P, Row> {
  const statement = new Query<P, Row>(() => write(builder, parameters<P>()))
  declared.push(statement)
  return statement
}

export function declaredQueries(): readonly Query<never, unknown>[] {
  return declared
}
