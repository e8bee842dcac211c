/** What a STRICT table keeps in a column; `ANY` is the result of an expression whose storage depends on the row. */
export type Storage = 'INTEGER' | 'REAL' | 'TEXT' | 'BLOB' | 'ANY'

/**
 * One column of a table, or of what a statement reads: how SQLite stores it, and the type it has in TypeScript.
 * `Filled` columns have a default or are the row's number: an insert may leave them out.
 */
export interface Column<T = unknown, Filled extends boolean = boolean> {
  readonly storage: Storage
  readonly nullable: boolean
  readonly filled: Filled
  /** Never set: carries the type. */
  readonly value?: T
}

/** Columns by name. */
export type Columns = Readonly<Record<string, Column>>

type ValueOf<C> = C extends Column<infer T> ? T : never

/** A row that has these columns. */
export type RowOf<C extends Columns> = { readonly [Name in keyof C]: ValueOf<C[Name]> }

/** Columns in the order in which they are read. */
export type Places = readonly (readonly [name: string, column: Column])[]

/** A row of these columns as an array. */
export type ArrayOf<P extends Places> = { readonly [Place in keyof P]: ValueOf<P[Place][1]> }

export const integer: Column<number, false> = { storage: 'INTEGER', nullable: false, filled: false }
export const real: Column<number, false> = { storage: 'REAL', nullable: false, filled: false }
export const text: Column<string, false> = { storage: 'TEXT', nullable: false, filled: false }
export const blob: Column<Uint8Array, false> = { storage: 'BLOB', nullable: false, filled: false }
/** 0 or 1; SQLite has no booleans. */
export const flag: Column<0 | 1, false> = integerOf<0 | 1>()
/** The row's own number, which the database gives. It never leaves the PC. */
export const key: Column<number, true> = { storage: 'INTEGER', nullable: false, filled: true }

/** Text of a closed list of words. The table's CHECK keeps to the list; nothing here looks at it again. */
export function textOf<Words extends string>(): Column<Words, false> {
  return { storage: 'TEXT', nullable: false, filled: false }
}

export function integerOf<Numbers extends number>(): Column<Numbers, false> {
  return { storage: 'INTEGER', nullable: false, filled: false }
}

export function orNull<T, Filled extends boolean>(column: Column<T, Filled>): Column<T | null, Filled> {
  return { storage: column.storage, nullable: true, filled: column.filled }
}

/** The same columns where the row that they come from may be missing, as behind a LEFT JOIN. */
export function allOrNull<C extends Columns>(columns: C): OrNull<C> {
  const entries = Object.entries(columns).map(([name, column]) => [name, orNull(column)])
  // `fromEntries` forgets the names; they are those of `columns`.
  return Object.fromEntries(entries) as OrNull<C>
}

type OrNull<C extends Columns> = { readonly [Name in keyof C]: Column<ValueOf<C[Name]> | null, false> }

/** A column that the database fills where an insert leaves it out. */
export function defaulted<T>(column: Column<T>): Column<T, true> {
  return { storage: column.storage, nullable: column.nullable, filled: true }
}
