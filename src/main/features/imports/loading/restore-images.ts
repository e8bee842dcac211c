import type { Connection } from '../../../engine/connection.ts'
import { removeSearchKeys } from '../../../engine/search-index/writer.ts'
import { type BeforeImage, dropImage, newestImages, type StoredImage } from './before-images.ts'
import { moveTransactions } from './move-transactions.ts'
import { rootsOf } from './roots.ts'
import type { TouchedPeople } from './touched-people.ts'
import type { TransactionKey } from './transaction-writer.ts'

export interface Restored {
  /** Images that are dealt with; zero when none was left. */
  readonly images: number
  /** Rows that were changed again since, and so stay as they are. */
  readonly kept: number
}

interface Takings {
  readonly connection: Connection
  readonly runId: number
  readonly touched: TouchedPeople
  readonly nowAt: number
}

/**
 * Puts the rows that a run changed last back to what they were before, newest change first. A row that a later import
 * or a person has changed since is left alone. An image is dropped with its restoration, so that a run that is killed
 * here goes on where it stopped.
 */
export function restoreNewest(takings: Takings, limit: number): Restored {
  const images = newestImages(takings.connection, takings.runId, limit)
  let kept = 0
  for (const image of images) {
    const restored = image.table === 'txn' ? restoreTransaction(takings, image) : restoreRow(takings, image)
    if (!restored) kept++
    dropImage(takings.connection, image.id)
  }
  return { images: images.length, kept }
}

function restoreTransaction(
  { connection, runId, touched }: Takings,
  { rowKey, before }: StoredImage,
): boolean {
  // Written by TransactionWriter.
  const key = JSON.parse(rowKey) as TransactionKey
  const names = Object.keys(before)
  const outcome = connection
    .statement(
      `UPDATE txn SET ${assignments(names)} WHERE customer_id = ? AND on_date = ? AND txn_no = ? AND import_id = ?`,
    )
    .run(...Object.values(before), ...key, runId)
  touched.add(key[0])
  return outcome.changes > 0
}

interface CurrentRow {
  readonly version: number
  readonly import_id: number | null
  /** The person: the row itself in `customer`, the holder elsewhere. */
  readonly customer_id: number
}

function restoreRow(takings: Takings, { table, rowKey, before }: StoredImage): boolean {
  const { connection, runId, touched, nowAt } = takings
  const id = Number(rowKey)
  const holder = table === 'customer' ? 'id' : 'customer_id'
  const current = connection
    .statement<CurrentRow>(`SELECT version, import_id, ${holder} AS customer_id FROM ${table} WHERE id = ?`)
    .get(id)
  const ownChange = current?.import_id === runId && current.version === Number(before.version) + 1
  if (current === undefined || !ownChange) return false
  const holders = [current.customer_id, holderBefore(before, current.customer_id)]
  if (table === 'customer' || table === 'card') removeSearchKeys(connection, rootsOf(connection, holders))
  const names = Object.keys(before)
  connection
    .statement(`UPDATE ${table} SET ${assignments(names)}, updated_at = ? WHERE id = ?`)
    .run(...Object.values(before), nowAt, id)
  if (table === 'account') giveBack(connection, id, current.customer_id, before)
  for (const customerId of holders) touched.add(customerId)
  return true
}

/** An account that changed hands goes back with its transactions. */
function giveBack(connection: Connection, accountId: number, from: number, before: BeforeImage): void {
  const to = holderBefore(before, from)
  if (to !== from) moveTransactions(connection, { accountId, from, to })
}

function holderBefore(before: BeforeImage, now: number): number {
  return typeof before.customer_id === 'number' ? before.customer_id : now
}

function assignments(names: readonly string[]): string {
  return names.map((name) => `${name} = ?`).join(', ')
}
