import type { Connection, ReadConnection, SqlValue } from '../../../engine/connection.ts'
import { integer, orNull, textOf } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { removeSearchKeys } from '../../../engine/search-index/writer.ts'
import { read, write } from '../../../engine/statement.ts'
import { rootsOf } from './holders.ts'
import type { TouchedPeople } from './session.ts'

/** The tables whose rows an import may change. */
export type ChangedTable = 'customer' | 'account' | 'loan' | 'card' | 'txn'

/** Identifies a transaction in a before-image. */
export type TransactionKey = readonly [customerId: number, on: string, txnNo: string, accountId: number]

/** As it was kept while no two accounts of a person could have the same number on a day. */
type KeyWithoutAccount = readonly [customerId: number, on: string, txnNo: string]

export type BeforeImage = Readonly<Record<string, SqlValue>>

interface StoredImage {
  readonly id: number
  readonly table: ChangedTable
  readonly rowKey: string
  readonly before: BeforeImage
}

const INSERT_IMAGE = write(
  'INSERT INTO import_change (import_id, entity, row_key, before) VALUES (?, ?, ?, ?)',
)

/** Keeps what a row looked like before this import changed it; in the same transaction as the change. */
export function keepBeforeImage(
  connection: Connection,
  runId: number,
  table: ChangedTable,
  rowKey: string,
  before: BeforeImage,
): void {
  INSERT_IMAGE.run(connection, runId, table, rowKey, JSON.stringify(before))
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
    const { table } = image
    const restored = table === 'txn' ? restoreTransaction(context, image) : restoreRow(context, table, image)
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
  const [customerId, on, txnNo, accountId = null] = JSON.parse(rowKey) as TransactionKey | KeyWithoutAccount
  const names = Object.keys(before)
  // The image says which columns go back: one that an older version of the program kept may have others.
  const outcome = connection
    .statement(
      `UPDATE OR IGNORE txn SET ${assignments(names)}
       WHERE customer_id = ? AND on_date = ? AND txn_no = ? AND account_id = coalesce(?, account_id) AND import_id = ?`,
    )
    .run(...Object.values(before), customerId, on, txnNo, accountId, runId)
  touched.add(customerId)
  return outcome.changes > 0
}

type VersionedTable = Exclude<ChangedTable, 'txn'>

/** @param customerId the person: the row itself in `customer`, the holder elsewhere */
function currentIn(table: VersionedTable, customerId: 'id' | 'customer_id') {
  return read(
    { version: integer, import_id: orNull(integer), customer_id: integer },
    `SELECT version, import_id, ${customerId} AS customer_id FROM ${table} WHERE id = ?`,
  )
}

const CURRENT_ROW: Readonly<Record<VersionedTable, ReturnType<typeof currentIn>>> = {
  customer: currentIn('customer', 'id'),
  account: currentIn('account', 'customer_id'),
  loan: currentIn('loan', 'customer_id'),
  card: currentIn('card', 'customer_id'),
}

function restoreRow(
  context: RestoreContext,
  table: VersionedTable,
  { rowKey, before }: StoredImage,
): boolean {
  const { connection, runId, touched, nowAt } = context
  const id = Number(rowKey)
  const current = CURRENT_ROW[table].get(connection, id)
  const ownChange = current?.import_id === runId && current.version === Number(before.version) + 1
  if (current === undefined || !ownChange) return false
  const holders = [current.customer_id, holderBefore(before, current.customer_id)]
  if (table === 'customer' || table === 'card') removeSearchKeys(connection, rootsOf(connection, holders))
  const names = Object.keys(before)
  // As above: the columns are those of the image.
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

const { import_change } = TABLES

const NEWEST_IMAGES = read(
  {
    id: import_change.id,
    // Written by keepBeforeImage and by nobody else.
    entity: textOf<ChangedTable>(),
    row_key: import_change.row_key,
    before: import_change.before,
  },
  'SELECT id, entity, row_key, before FROM import_change WHERE import_id = ? ORDER BY id DESC LIMIT ?',
)

/** The newest images of a run: a row that was changed twice must go back in two steps. */
function newestImages(connection: ReadConnection, runId: number, limit: number): StoredImage[] {
  return NEWEST_IMAGES.all(connection, runId, limit).map(({ id, entity, row_key, before }) => ({
    id,
    table: entity,
    rowKey: row_key,
    // Written by keepBeforeImage, too.
    before: JSON.parse(before) as BeforeImage,
  }))
}

const DROP_IMAGE = write('DELETE FROM import_change WHERE id = ?')

function dropImage(connection: Connection, imageId: number): void {
  DROP_IMAGE.run(connection, imageId)
}

const MOVE_TRANSACTIONS = write('UPDATE txn SET customer_id = ? WHERE customer_id = ? AND account_id = ?')

/** Transactions lie with the person; when an account changes hands they follow it. Nobody else has any of that account. */
export function moveTransactions(
  connection: Connection,
  move: { readonly accountId: number; readonly from: number; readonly to: number },
): void {
  MOVE_TRANSACTIONS.run(connection, move.to, move.from, move.accountId)
}
