import type { Connection, SqlValue } from '../../../engine/connection.ts'
import { removeSearchKeys } from '../../../engine/search-index/writer.ts'
import { rootsOf } from './holders.ts'
import type { TouchedPeople } from './session.ts'

/** The tables whose rows an import may change. */
export type ChangedTable = 'customer' | 'account' | 'loan' | 'card' | 'txn'

/** Identifies a transaction in a before-image. */
export type TransactionKey = readonly [customerId: number, on: string, txnNo: string]

export type BeforeImage = Readonly<Record<string, SqlValue>>

interface StoredImage {
  readonly id: number
  readonly table: ChangedTable
  readonly rowKey: string
  readonly before: BeforeImage
}

/** Keeps what a row looked like before this import changed it; in the same transaction as the change. */
export function keepBeforeImage(
  connection: Connection,
  runId: number,
  table: ChangedTable,
  rowKey: string,
  before: BeforeImage,
): void {
  connection
    .statement('INSERT INTO import_change (import_id, entity, row_key, before) VALUES (?, ?, ?, ?)')
    .run(runId, table, rowKey, JSON.stringify(before))
}

export interface Restored {
  /** Images that are dealt with; zero when none was left. */
  readonly images: number
  /** Rows that were changed again since, and so stay as they are. */
  readonly kept: number
}

interface RestoreContext {
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
export function restoreNewest(context: RestoreContext, limit: number): Restored {
  const images = newestImages(context.connection, context.runId, limit)
  let kept = 0
  for (const image of images) {
    const restored = image.table === 'txn' ? restoreTransaction(context, image) : restoreRow(context, image)
    if (!restored) kept++
    dropImage(context.connection, image.id)
  }
  return { images: images.length, kept }
}

function restoreTransaction(
  { connection, runId, touched }: RestoreContext,
  { rowKey, before }: StoredImage,
): boolean {
  // Written by `TransactionWriter`.
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

function restoreRow(context: RestoreContext, { table, rowKey, before }: StoredImage): boolean {
  const { connection, runId, touched, nowAt } = context
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

/** The newest images of a run: a row that was changed twice must go back in two steps. */
function newestImages(connection: Connection, runId: number, limit: number): StoredImage[] {
  return connection
    .statement<{ id: number; entity: ChangedTable; row_key: string; before: string }>(
      'SELECT id, entity, row_key, before FROM import_change WHERE import_id = ? ORDER BY id DESC LIMIT ?',
    )
    .all(runId, limit)
    .map(({ id, entity, row_key, before }) => ({
      id,
      table: entity,
      rowKey: row_key,
      // Written by keepBeforeImage and by nobody else.
      before: JSON.parse(before) as BeforeImage,
    }))
}

function dropImage(connection: Connection, imageId: number): void {
  connection.statement('DELETE FROM import_change WHERE id = ?').run(imageId)
}

/** Transactions lie with the person; when an account changes hands they follow it. */
export function moveTransactions(
  connection: Connection,
  move: { readonly accountId: number; readonly from: number; readonly to: number },
): void {
  connection
    .statement('UPDATE txn SET customer_id = ? WHERE customer_id = ? AND account_id = ?')
    .run(move.to, move.from, move.accountId)
}
