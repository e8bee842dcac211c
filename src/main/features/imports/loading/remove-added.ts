import type { Connection } from '../../../engine/connection.ts'
import { isPointedAt } from '../../../engine/foreign-keys.ts'
import { removeSearchKeys } from '../../../engine/search-index/writer.ts'
import { rootsOf } from './holders.ts'
import type { TouchedPeople } from './session.ts'

/** Takes away what a run added within one window of row numbers. */
export interface Removal {
  /** Rows are looked at in windows of this many numbers, because nothing indexes them by import. */
  readonly window: number
  highestId(connection: Connection): number
  /** @returns the number of rows that are gone; what something else rests on by now stays */
  within(context: RemovalContext, after: number, upTo: number): number
}

export interface RemovalContext {
  readonly connection: Connection
  readonly runId: number
  readonly touched: TouchedPeople
}

/** One window of customers: their transactions lie together. */
const transactions: Removal = {
  window: 100,
  highestId: (connection) => highest(connection, 'customer'),
  within: ({ connection, runId, touched }, after, upTo) => {
    const people = connection
      .statement<{ id: number }>(
        `SELECT DISTINCT customer_id AS id FROM txn WHERE customer_id > ? AND customer_id <= ? AND import_id = ?`,
      )
      .all(after, upTo, runId)
    if (people.length === 0) return 0
    for (const { id } of people) touched.add(id)
    return connection
      .statement('DELETE FROM txn WHERE customer_id > ? AND customer_id <= ? AND import_id = ?')
      .run(after, upTo, runId).changes
  },
}

interface AddedRow {
  readonly id: number
  readonly customerId: number
  readonly version: number
}

/** A row that the run added still has its first version once its own later changes were put back. */
const FIRST_VERSION = 1

function added(table: 'card' | 'loan' | 'account' | 'customer', condition: string): string {
  const holder = table === 'customer' ? 'id' : 'customer_id'
  return `SELECT id, ${holder} AS customerId, version FROM ${table}
    WHERE id > ? AND id <= ? AND import_id = ? AND ${condition}`
}

/** @param stillNeeded whether something rests on a row of that number and holder; nothing may where it is null */
function held(
  table: 'card' | 'loan' | 'account',
  stillNeeded: ((connection: Connection) => string) | null,
): Removal {
  return {
    window: 500,
    highestId: (connection) => highest(connection, table),
    within: ({ connection, runId, touched }, after, upTo) => {
      const rows = connection.statement<AddedRow>(added(table, '1')).all(after, upTo, runId)
      const remove = connection.statement(`DELETE FROM ${table} WHERE id = ?`)
      const needed = stillNeeded === null ? null : connection.statement(stillNeeded(connection))
      let removed = 0
      for (const { id, customerId, version } of rows) {
        if (version !== FIRST_VERSION) continue
        if (needed !== null && needed.get(id, customerId) !== undefined) continue
        if (table === 'card') removeSearchKeys(connection, rootsOf(connection, [customerId]))
        remove.run(id)
        touched.add(customerId)
        removed++
      }
      return removed
    },
  }
}

/** Transactions name their account without pointing at it, and lie together by person. */
const accountInUse = (connection: Connection): string =>
  `WITH it (id, customer_id) AS (SELECT ?, ?) SELECT 1 FROM it WHERE ${isPointedAt(connection, 'account', 'it.id')}
     OR EXISTS (SELECT 1 FROM txn WHERE txn.customer_id = it.customer_id AND txn.account_id = it.id)`

/** Pairs that nobody has decided yet; a decision is somebody's work and stays. */
const openPairs: Removal = {
  window: 500,
  highestId: (connection) => highest(connection, 'duplicate_pair'),
  within: ({ connection, runId }, after, upTo) => {
    connection
      .statement(`DELETE FROM duplicate_pair WHERE id > ? AND id <= ? AND import_id = ? AND state = 'open'`)
      .run(after, upTo, runId)
    return 0
  },
}

/** Whatever points at a person and was not brought by the run itself, or could not be taken away. */
const customerInUse = (connection: Connection): string =>
  `WITH person (id) AS (SELECT ?) SELECT 1 FROM person WHERE ${isPointedAt(connection, 'customer', 'person.id')}`

function customers(condition: 'merged_into IS NOT NULL' | 'merged_into IS NULL'): Removal {
  return {
    window: 250,
    highestId: (connection) => highest(connection, 'customer'),
    within: ({ connection, runId, touched }, after, upTo) => {
      const rows = connection.statement<AddedRow>(added('customer', condition)).all(after, upTo, runId)
      const inUse = connection.statement(customerInUse(connection))
      const remove = connection.statement('DELETE FROM customer WHERE id = ?')
      let removed = 0
      for (const { id, version } of rows) {
        if (version !== FIRST_VERSION || inUse.get(id) !== undefined) continue
        const roots = rootsOf(connection, [id])
        removeSearchKeys(connection, roots)
        remove.run(id)
        for (const rootId of roots) touched.add(rootId)
        removed++
      }
      return removed
    },
  }
}

/** Children before parents: a row goes only when nothing points at it any more. */
export const REMOVALS: readonly Removal[] = [
  transactions,
  held('card', null),
  held('loan', null),
  held('account', accountInUse),
  openPairs,
  customers('merged_into IS NOT NULL'),
  customers('merged_into IS NULL'),
]

function highest(
  connection: Connection,
  table: 'customer' | 'account' | 'loan' | 'card' | 'duplicate_pair',
): number {
  return connection.statement<{ id: number | null }>(`SELECT max(id) AS id FROM ${table}`).get()?.id ?? 0
}
