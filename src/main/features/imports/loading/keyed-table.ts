import type { Connection, SqlValue, Statement } from '../../../engine/connection.ts'
import { type BeforeImage, type ChangedTable, keepBeforeImage } from './before-images.ts'
import type { LoadSession } from './session.ts'

/** One column that an extract fills. */
export interface ImportedColumn {
  readonly name: string
  /** The field of the profile that fills it. */
  readonly field: string
  /** What stands there when the extract says nothing about a new row; null where the column may be empty. */
  readonly fallback?: SqlValue
  /** An empty value never replaces a known one, even where the extract has the field. */
  readonly sticky?: true
}

export interface TableShape {
  readonly table: Exclude<ChangedTable, 'txn'>
  /** The column of the bank's own key. */
  readonly key: string
  readonly columns: readonly ImportedColumn[]
  /** Columns that every write of a run fills with the same value, beside `import_id` and `as_of`. */
  readonly stamps?: Readonly<Record<string, SqlValue>>
  /** Columns that only an insert fills. */
  readonly onInsert?: readonly string[]
}

export interface StoredRow {
  readonly id: number
  readonly version: number
  /** In the order of the shape's columns, then its stamps. */
  readonly values: readonly SqlValue[]
}

/**
 * Writes rows under the bank's own key: new ones in, changed ones over a before-image, equal ones not at all. A field
 * that the file does not have leaves what is stored alone.
 */
export class KeyedTable {
  readonly #session: LoadSession
  readonly #shape: TableShape
  readonly #overwrites: readonly boolean[]
  readonly #stampNames: readonly string[]
  readonly #stampValues: readonly SqlValue[]
  readonly #find: Statement<SqlValue[]>
  readonly #insert: Statement<unknown>
  readonly #update: Statement<unknown>

  /** @param mapped the fields that the file has */
  constructor(session: LoadSession, shape: TableShape, mapped: readonly string[]) {
    const stamps: Record<string, SqlValue> = {
      import_id: session.run.id,
      as_of: session.asOf,
      ...shape.stamps,
    }
    this.#session = session
    this.#shape = shape
    this.#overwrites = shape.columns.map(({ field, sticky }) => sticky !== true && mapped.includes(field))
    this.#stampNames = Object.keys(stamps)
    this.#stampValues = Object.values(stamps)
    const kept = [...shape.columns.map(({ name }) => name), ...this.#stampNames]
    this.#find = prepareFind(session.connection, shape, kept)
    this.#insert = prepareInsert(session.connection, shape, kept)
    this.#update = prepareUpdate(session.connection, shape, kept)
  }

  find(key: string): StoredRow | undefined {
    const found = this.#find.get(key)
    if (found === undefined) return undefined
    return { id: Number(found[0]), version: Number(found[1]), values: found.slice(2) }
  }

  /**
   * Fills `wanted` up with what is stored where the file says nothing.
   * @returns the names of the columns that differ
   */
  differences(stored: StoredRow, wanted: SqlValue[]): readonly string[] {
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

  /** @returns the new row's number */
  insert(key: string, wanted: SqlValue[], onInsert: readonly SqlValue[] = []): number {
    for (let index = 0; index < wanted.length; index++) {
      if (wanted[index] === null) wanted[index] = this.#fallback(index)
    }
    const { nowAt } = this.#session
    const uid = this.#session.newUid()
    return Number(
      this.#insert.run(key, ...wanted, ...this.#stampValues, uid, nowAt, ...onInsert).lastInsertRowid,
    )
  }

  /** @param wanted as `differences` left it */
  update(stored: StoredRow, wanted: readonly SqlValue[]): void {
    const { connection, run, nowAt } = this.#session
    keepBeforeImage(connection, run.id, this.#shape.table, String(stored.id), this.#imageOf(stored))
    this.#update.run(...wanted, ...this.#stampValues, nowAt, stored.id)
  }

  #fallback(index: number): SqlValue {
    return this.#shape.columns[index]?.fallback ?? null
  }

  #imageOf(stored: StoredRow): BeforeImage {
    const names = [...this.#shape.columns.map(({ name }) => name), ...this.#stampNames]
    const image: Record<string, SqlValue> = { version: stored.version }
    names.forEach((name, index) => {
      image[name] = stored.values[index] ?? null
    })
    return image
  }
}

const NO_DIFFERENCE: readonly string[] = []

function prepareFind(
  connection: Connection,
  { table, key }: TableShape,
  kept: readonly string[],
): Statement<SqlValue[]> {
  return connection
    .statement<SqlValue[]>(`SELECT id, version, ${kept.join(', ')} FROM ${table} WHERE ${key} = ?`)
    .raw()
}

function prepareInsert(
  connection: Connection,
  { table, key, onInsert = [] }: TableShape,
  kept: readonly string[],
): Statement<unknown> {
  const names = [key, ...kept, 'uid', 'updated_at', ...onInsert]
  const places = names.map(() => '?').join(', ')
  return connection.statement(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`)
}

function prepareUpdate(
  connection: Connection,
  { table }: TableShape,
  kept: readonly string[],
): Statement<unknown> {
  const set = [...kept, 'updated_at'].map((name) => `${name} = ?`).join(', ')
  return connection.statement(`UPDATE ${table} SET ${set}, version = version + 1 WHERE id = ?`)
}
