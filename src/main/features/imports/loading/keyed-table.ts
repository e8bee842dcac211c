import type { RowStatement, SqlValue, Statement } from '../../../engine/connection.ts'
import { type ArrayOf, type Column, integer, key } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { type ReadArrays, readArrays, type Write, write } from '../../../engine/statement.ts'
import { type BeforeImage, type ChangedTable, keepBeforeImage } from './before-images.ts'
import type { RowProblemFound } from './load-problem.ts'
import type { EarlierRow, LoadedFile, SeenRows } from './seen-rows.ts'
import type { LoadSession } from './session.ts'

/** One column that an extract fills. */
export interface ImportedColumn {
  readonly name: string
  /** The field of the profile that fills it. */
  readonly field: string
  /** What stands there when the extract says nothing about a new row; null where the column may be empty. */
  readonly fallback?: SqlValue
  /**
   * A state of its own for a new row whose extract has the field and says nothing in it that could be read: a state is
   * never made up. A known state stays until another one is said.
   */
  readonly unsaid?: SqlValue
  /** An empty value never replaces a known one, even where the extract has the field. */
  readonly sticky?: true
}

interface TableShape {
  readonly table: Exclude<ChangedTable, 'txn'>
  /** The column of the bank's own key. */
  readonly key: string
  readonly columns: readonly ImportedColumn[]
  /** Columns that every write of a run fills with the same value, behind `import_id` and `as_of`. */
  readonly stamps?: readonly string[]
  /** Columns that only an insert fills. */
  readonly onInsert?: readonly string[]
}

export interface StoredRow {
  readonly id: number
  readonly version: number
  /** In the order of the shape's columns, then its stamps. */
  readonly values: readonly SqlValue[]
}

/** Number, version, and what an extract fills: the shape's columns, then its stamps. */
type StoredColumns = readonly [
  readonly ['id', Column<number>],
  readonly ['version', Column<number>],
  ...(readonly [name: string, column: Column<SqlValue>])[],
]

/** What a table asks of a row beside its values. */
interface ComparedRow {
  readonly line: number
  /** The fields that could not be read. */
  readonly unread?: readonly string[]
}

interface Comparison {
  /** The columns that are to change. */
  readonly columns: readonly string[]
  readonly problem: RowProblemFound | null
  /** An earlier record of the run has said the same already. */
  readonly repeated: boolean
}

/** A shape with the statements that follow from it. */
export interface KeyedStatements {
  readonly shape: TableShape
  /** The shape's columns, then its stamps. */
  readonly kept: readonly string[]
  /** By the bank's key. */
  readonly find: ReadArrays<StoredColumns>
  readonly insert: Write
  readonly update: Write
}

/** Declares the statements of a table, once for all runs. */
export function keyedStatements(shape: TableShape): KeyedStatements {
  const { table, key: bankKey, columns, stamps = [], onInsert = [] } = shape
  const kept = [...columns.map(({ name }) => name), 'import_id', 'as_of', ...stamps]
  const stored: StoredColumns = [
    ['id', key],
    ['version', integer],
    ...kept.map((name) => [name, columnOf(table, name)] as const),
  ]
  const inserted = [bankKey, ...kept, 'uid', 'updated_at', ...onInsert]
  const places = inserted.map(() => '?').join(', ')
  const set = [...kept, 'updated_at'].map((name) => `${name} = ?`).join(', ')
  return {
    shape,
    kept,
    find: readArrays(stored, `SELECT id, version, ${kept.join(', ')} FROM ${table} WHERE ${bankKey} = ?`),
    insert: write(`INSERT INTO ${table} (${inserted.join(', ')}) VALUES (${places})`),
    update: write(`UPDATE ${table} SET ${set}, version = version + 1 WHERE id = ?`),
  }
}

function columnOf(table: TableShape['table'], name: string): Column<SqlValue> {
  const columns: Readonly<Record<string, Column<SqlValue>>> = TABLES[table]
  const column = columns[name]
  if (column === undefined) throw new TypeError(`${table} has no column ${name}`)
  return column
}

/**
 * Writes rows under the bank's own key: new ones in, changed ones over a before-image, equal ones not at all. A field
 * that the file does not have, or that could not be read, leaves what is stored alone.
 */
export class KeyedTable {
  readonly #session: LoadSession
  readonly #file: LoadedFile
  readonly #seen: SeenRows
  readonly #shape: TableShape
  readonly #overwrites: readonly boolean[]
  /** What a new row gets where its record says nothing. */
  readonly #initial: readonly SqlValue[]
  readonly #kept: readonly string[]
  readonly #stampValues: readonly SqlValue[]
  readonly #find: RowStatement<ArrayOf<StoredColumns>>
  readonly #insert: Statement<unknown>
  readonly #update: Statement<unknown>

  /**
   * @param file the file, with the fields that it has
   * @param stamps of this run, in the order of the shape's
   */
  constructor(
    session: LoadSession,
    statements: KeyedStatements,
    file: LoadedFile,
    stamps: readonly SqlValue[] = [],
  ) {
    const { connection, run, asOf } = session
    const { mapped } = file
    const { shape, kept, find, insert, update } = statements
    this.#session = session
    this.#file = file
    this.#seen = session.seen.of(shape.table)
    this.#seen.open(file)
    this.#shape = shape
    this.#kept = kept
    this.#overwrites = shape.columns.map(
      ({ field, sticky, unsaid }) => sticky !== true && unsaid === undefined && mapped.includes(field),
    )
    this.#initial = shape.columns.map(({ field, fallback = null, unsaid = fallback }) =>
      mapped.includes(field) ? unsaid : fallback,
    )
    this.#stampValues = [run.id, asOf, ...stamps]
    // Held for the rows of a whole file, instead of being looked up by their long texts for each.
    this.#find = connection.arrays(find)
    this.#insert = connection.statement(insert.sql)
    this.#update = connection.statement(update.sql)
  }

  find(key: string): StoredRow | undefined {
    const found = this.#find.get(key)
    if (found === undefined) return undefined
    return { id: found[0], version: found[1], values: found.slice(2) }
  }

  /**
   * Fills `wanted` up with what is stored where the file says nothing. Where a record of this run has brought the key
   * before, its fields stand, and the second record is kept out or, as far as it brings others, marked.
   */
  compare(stored: StoredRow, wanted: SqlValue[], { line, unread }: ComparedRow): Comparison {
    if (unread !== undefined) this.#keepUnread(stored, wanted, unread)
    const earlier = this.#seen.mark(stored.id, line)
    const columns = this.#differences(stored, wanted)
    if (earlier === null) return { columns, problem: null, repeated: false }
    if (columns.length === 0) return { columns, problem: null, repeated: this.#hasFieldsOf(earlier.file) }
    if (!this.#keepEarlier(stored, wanted, earlier)) return { columns, problem: null, repeated: false }
    const left = this.#differences(stored, wanted)
    const other = { file: earlier.file.fileName, line: earlier.line }
    const problem: RowProblemFound = { code: 'key-repeated', field: 'key', other }
    return {
      columns: left,
      problem: left.length === 0 ? problem : { ...problem, flagged: true },
      repeated: false,
    }
  }

  /** Whether this file brings nothing that the other does not have. */
  #hasFieldsOf({ mapped }: LoadedFile): boolean {
    return this.#file.mapped.every((field) => mapped.includes(field))
  }

  /**
   * Puts back what the earlier record of the key has said already.
   * @returns whether the second record said something else
   */
  #keepEarlier(stored: StoredRow, wanted: SqlValue[], { file }: EarlierRow): boolean {
    const sameFields = this.#hasFieldsOf(file)
    let kept = false
    this.#shape.columns.forEach(({ field }, index) => {
      const before = stored.values[index] ?? null
      if (wanted[index] === before || !(sameFields || file.mapped.includes(field))) return
      wanted[index] = before
      kept = true
    })
    return kept
  }

  #differences(stored: StoredRow, wanted: SqlValue[]): readonly string[] {
    let different: string[] | null = null
    for (let index = 0; index < wanted.length; index++) {
      const before = stored.values[index] ?? null
      if (wanted[index] === null) {
        wanted[index] = this.#overwrites[index] === true ? this.#fallback(index) : before
      }
      if (wanted[index] === before) continue
      different ??= []
      different.push(this.#shape.columns[index]?.name ?? '')
    }
    return different ?? NO_DIFFERENCE
  }

  /** What is known stays; a value made of other fields is only taken where nothing is. */
  #keepUnread(stored: StoredRow, wanted: SqlValue[], unread: readonly string[]): void {
    for (let index = 0; index < wanted.length; index++) {
      const column = this.#shape.columns[index]
      if (column === undefined || !unread.includes(column.field)) continue
      const before = stored.values[index] ?? null
      const nothing = before === null || before === column.fallback || before === column.unsaid
      if (!nothing || wanted[index] === null) wanted[index] = before
    }
  }

  /** @returns the new row's number */
  insert(
    { key, line }: { readonly key: string; readonly line: number },
    wanted: SqlValue[],
    onInsert: readonly SqlValue[] = [],
  ): number {
    for (let index = 0; index < wanted.length; index++) {
      if (wanted[index] === null) wanted[index] = this.#initial[index] ?? null
    }
    const { nowAt } = this.#session
    const uid = this.#session.newUid()
    const id = Number(
      this.#insert.run(key, ...wanted, ...this.#stampValues, uid, nowAt, ...onInsert).lastInsertRowid,
    )
    this.#seen.mark(id, line)
    return id
  }

  /** @param wanted as `compare` left it */
  update(stored: StoredRow, wanted: readonly SqlValue[]): void {
    const { connection, run, nowAt } = this.#session
    keepBeforeImage(connection, run.id, this.#shape.table, String(stored.id), this.#imageOf(stored))
    this.#update.run(...wanted, ...this.#stampValues, nowAt, stored.id)
  }

  #fallback(index: number): SqlValue {
    return this.#shape.columns[index]?.fallback ?? null
  }

  #imageOf(stored: StoredRow): BeforeImage {
    const image: Record<string, SqlValue> = { version: stored.version }
    this.#kept.forEach((name, index) => {
      image[name] = stored.values[index] ?? null
    })
    return image
  }
}

const NO_DIFFERENCE: readonly string[] = []
