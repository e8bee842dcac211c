import type { Connection, ReadConnection } from '../../../engine/connection.ts'
import { isPointedAt, pointingAt } from '../../../engine/foreign-keys.ts'
import { integer, key, orNull } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { removeSearchKeys } from '../../../engine/search-index/writer.ts'
import { read, write } from '../../../engine/statement.ts'
import { dropConsentsOfEntry } from '../../../records/consents/entered-consents.ts'
import { dropOpenPairsOfImport } from '../../../records/people/duplicate-pairs.ts'
import { rootsOf } from './holders.ts'
import type { TouchedPeople } from './session.ts'

/** Takes away what a run added within one window of row numbers. */
export interface Removal {
  /** Rows are looked at in windows of this many numbers, because nothing indexes them by import. */
  readonly window: number
  highestId(connection: ReadConnection): number
  /** @returns the number of rows that are gone; what something else rests on by now stays */
  within(context: RemovalContext, after: number, upTo: number): number
}

export interface RemovalContext {
  readonly connection: Connection
  readonly runId: number
  readonly touched: TouchedPeople
}

function highestIn(table: 'customer' | 'account' | 'loan' | 'card' | 'duplicate_pair') {
  const HIGHEST = read({ id: orNull(integer) }, `SELECT max(id) AS id FROM ${table}`)
  return (connection: ReadConnection): number => HIGHEST.get(connection)?.id ?? 0
}

const highestCustomer = highestIn('customer')

const PEOPLE_WITH_ADDED = read(
  { id: TABLES.txn.customer_id },
  `SELECT DISTINCT customer_id AS id FROM txn WHERE customer_id > ? AND customer_id <= ? AND import_id = ?`,
)

const DELETE_TRANSACTIONS = write(
  'DELETE FROM txn WHERE customer_id > ? AND customer_id <= ? AND import_id = ?',
)

/** One window of customers: their transactions lie together. */
const transactions: Removal = {
  window: 100,
  highestId: highestCustomer,
  within: ({ connection, runId, touched }, after, upTo) => {
    const people = PEOPLE_WITH_ADDED.all(connection, after, upTo, runId)
    if (people.length === 0) return 0
    for (const { id } of people) touched.add(id)
    return DELETE_TRANSACTIONS.run(connection, after, upTo, runId).changes
  },
}

/** A row that the run added still has its first version once its own later changes were put back. */
const FIRST_VERSION = 1

function added(table: 'card' | 'loan' | 'account' | 'customer', condition: string) {
  const holder = table === 'customer' ? 'id' : 'customer_id'
  return read(
    { id: key, customerId: integer, version: integer },
    `SELECT id, ${holder} AS customerId, version FROM ${table}
     WHERE id > ? AND id <= ? AND import_id = ? AND ${condition}`,
  )
}

/** @param stillNeeded whether something rests on a row of that number and holder; nothing may where it is null */
function held(
  table: 'card' | 'loan' | 'account',
  stillNeeded: ((connection: ReadConnection) => string) | null,
): Removal {
  const ADDED = added(table, '1')
  const DELETE = write(`DELETE FROM ${table} WHERE id = ?`)
  return {
    window: 500,
    highestId: highestIn(table),
    within: ({ connection, runId, touched }, after, upTo) => {
      const rows = ADDED.all(connection, after, upTo, runId)
      // Its text follows from the file's own foreign keys, so it cannot be declared.
      const needed = stillNeeded === null ? null : connection.statement(stillNeeded(connection))
      let removed = 0
      for (const { id, customerId, version } of rows) {
        if (version !== FIRST_VERSION) continue
        if (needed !== null && needed.get(id, customerId) !== undefined) continue
        if (table === 'card') removeSearchKeys(connection, rootsOf(connection, [customerId]))
        DELETE.run(connection, id)
        touched.add(customerId)
        removed++
      }
      return removed
    },
  }
}

/** Transactions name their account without pointing at it, and lie together by person. */
const accountInUse = (connection: ReadConnection): string =>
  `WITH it (id, customer_id) AS (SELECT ?, ?) SELECT 1 FROM it WHERE ${isPointedAt(connection, 'account', 'it.id')}
     OR EXISTS (SELECT 1 FROM txn WHERE txn.customer_id = it.customer_id AND txn.account_id = it.id)`

/** Pairs that nobody has decided yet; a decision is somebody's work and stays. */
const openPairs: Removal = {
  window: 500,
  highestId: highestIn('duplicate_pair'),
  within: ({ connection, runId }, after, upTo) => {
    dropOpenPairsOfImport(connection, runId, { after, upTo })
    return 0
  },
}

/**
 * Whatever points at a person and was not brought by the run itself, or could not be taken away. What they said while they
 * were entered by hand goes with the entry.
 */
const customerInUse = (connection: ReadConnection): string => {
  const pointing = pointingAt(connection, 'customer').map(({ table, column }) => {
    const said = table === 'consent' ? ' AND at <> person.entered_at' : ''
    return `EXISTS (SELECT 1 FROM ${table} WHERE ${column} = person.id${said})`
  })
  return `WITH person (id, entered_at) AS (SELECT ?, (SELECT started_at FROM import_run WHERE id = ?))
    SELECT 1 FROM person WHERE ${pointing.join(' OR ')}`
}

const DELETE_CUSTOMER = write('DELETE FROM customer WHERE id = ?')

function customers(condition: 'merged_into IS NOT NULL' | 'merged_into IS NULL'): Removal {
  const ADDED = added('customer', condition)
  return {
    window: 250,
    highestId: highestCustomer,
    within: ({ connection, runId, touched }, after, upTo) => {
      const rows = ADDED.all(connection, after, upTo, runId)
      // As above: the text follows from the file's own foreign keys.
      const inUse = connection.statement(customerInUse(connection))
      let removed = 0
      for (const { id, version } of rows) {
        if (version !== FIRST_VERSION || inUse.get(id, runId) !== undefined) continue
        const roots = rootsOf(connection, [id])
        removeSearchKeys(connection, roots)
        dropConsentsOfEntry(connection, id, runId)
        DELETE_CUSTOMER.run(connection, id)
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
