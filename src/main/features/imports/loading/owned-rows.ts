import type { ImportEntity } from '../../../../shared/domain/import-fields.ts'
import { KeyedTable, type SqlValue, type StoredRow, type TableShape } from './keyed-table.ts'
import type { LoadSession } from './load-session.ts'

/** The first column of every table of owned rows says whose they are. */
export const OWNER_COLUMN = 0

/** A row of the extract on its way to its table. */
export interface OwnedRow {
  readonly key: string
  readonly customerId: number
  /** What is there under the key. */
  readonly stored: StoredRow | undefined
  /** In the order of the table's columns. */
  readonly wanted: SqlValue[]
}

/** Rows that belong to somebody: written under the bank's key, counted, and everybody concerned marked as touched. */
export class OwnedRows {
  readonly #session: LoadSession
  readonly #entity: ImportEntity
  readonly #table: KeyedTable

  /** @param mapped the fields that the file has */
  constructor(session: LoadSession, entity: ImportEntity, shape: TableShape, mapped: readonly string[]) {
    this.#session = session
    this.#entity = entity
    this.#table = new KeyedTable(session, shape, mapped)
  }

  find(key: string): StoredRow | undefined {
    return this.#table.find(key)
  }

  /** @param before what must go before; it is told which columns change, `new` for a new row */
  keep(
    { key, customerId, stored, wanted }: OwnedRow,
    before: (changed: readonly string[] | 'new') => void = () => {},
  ): void {
    const { counts, touched } = this.#session
    if (stored === undefined) {
      before('new')
      this.#table.insert(key, wanted)
    } else {
      const changed = this.#table.differences(stored, wanted)
      if (changed.length === 0) {
        counts.add(this.#entity, 'unchanged')
        return
      }
      before(changed)
      this.#table.update(stored, wanted)
      touched.add(Number(stored.values[OWNER_COLUMN]))
    }
    touched.add(customerId)
    counts.add(this.#entity, stored === undefined ? 'added' : 'updated')
  }
}
