import type { Connection } from '../../../src/main/engine/connection.ts'
import { keysOf } from '../../../src/main/engine/search-index/keys.ts'
import { readSearchable } from '../../../src/main/engine/search-index/people.ts'

/** Rows in one commit: short enough that somebody at the counter could write in between. */
const ROWS_A_COMMIT = 1_000
/** People whose rows in the tables about people are written together. */
const PEOPLE_A_COMMIT = 128

type Row = Readonly<Record<string, string | number | null>>

/** Inserts rows that an import wrote into the same tables of another branch, and counts nothing but the inserting. */
export class RawInserts {
  readonly #from: Connection
  readonly #to: Connection
  #ms = 0

  constructor(from: Connection, to: Connection) {
    this.#from = from
    this.#to = to
    to.pragma('synchronous=NORMAL')
  }

  get ms(): number {
    return this.#ms
  }

  /** A whole table in the order of its own key. */
  copyTable(table: string): void {
    const rows = this.#from.statement<Row>(`SELECT * FROM ${table}`).iterate()
    let batch: Row[] = []
    for (const row of rows) {
      batch.push(row)
      if (batch.length < ROWS_A_COMMIT) continue
      this.#insert(table, batch)
      batch = []
    }
    this.#insert(table, batch)
  }

  /** Tables that are keyed by person, a few people at a time, as they come. */
  copyByPerson(...tables: readonly string[]): void {
    for (const [first, last] of this.#slicesOfPeople()) {
      for (const table of tables) this.#insert(table, this.#rowsOf(table, first, last))
    }
  }

  /** The search keys of everybody, a few people at a time, in the order of the index. */
  copySearchKeys(): void {
    for (const [first, last] of this.#slicesOfPeople()) {
      const keys: Row[] = []
      for (let id = first; id <= last; id++) keys.push(...this.#searchKeysOf(id))
      keys.sort(byKey)
      this.#insert('search_key', keys)
    }
  }

  *#slicesOfPeople(): Generator<readonly [first: number, last: number]> {
    const most = this.#from.statement<{ id: number }>('SELECT max(id) AS id FROM customer').get()?.id ?? 0
    for (let first = 1; first <= most; first += PEOPLE_A_COMMIT) yield [first, first + PEOPLE_A_COMMIT - 1]
  }

  #rowsOf(table: string, first: number, last: number): Row[] {
    return this.#from
      .statement<Row>(`SELECT * FROM ${table} WHERE customer_id BETWEEN ? AND ?`)
      .all(first, last)
  }

  #searchKeysOf(id: number): Row[] {
    const person = readSearchable(this.#from, id)
    if (person === null) return []
    return keysOf(person.records, person.cardNumbers).map(({ kind, key }) => ({
      kind,
      bucket: person.bucket,
      key,
      customer_id: id,
    }))
  }

  /** The columns' values are laid out before the clock starts: a floor knows what it writes. */
  #insert(table: string, rows: readonly Row[]): void {
    const [first] = rows
    if (first === undefined) return
    const columns = Object.keys(first)
    const places = columns.map(() => '?').join(', ')
    const statement = this.#to.statement(
      `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${places})`,
    )
    const values = rows.map((row) => Object.values(row))
    const startedAt = performance.now()
    this.#to.transaction(() => {
      for (const each of values) statement.run(...each)
    })
    this.#ms += performance.now() - startedAt
  }
}

function byKey(a: Row, b: Row): number {
  const [one, other] = [a, b].map(
    ({ kind, bucket, key }) => [Number(kind), Number(bucket), String(key)] as const,
  )
  if (one === undefined || other === undefined) return 0
  return one[0] - other[0] || one[1] - other[1] || (one[2] < other[2] ? -1 : 1)
}
