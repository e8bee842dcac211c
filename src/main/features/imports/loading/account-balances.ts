import {
  type BookedRow,
  closingBalance,
  type DaySurroundings,
  fileOrderOf,
} from '../../../../shared/domain/imports/closing-balance.ts'
import type { Connection, ReadConnection } from '../../../engine/connection.ts'
import { flag, integer, orNull, text } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read, write } from '../../../engine/statement.ts'

const { account, txn } = TABLES

const BALANCED_BY_TRANSACTIONS = read(
  { id: account.id, balanceFen: account.balance_fen, unknown: account.balance_unknown },
  `SELECT id, balance_fen AS balanceFen, balance_unknown AS unknown FROM account
   WHERE customer_id = ? AND balance_source = 'transactions'`,
)

const LAST_DAY = read(
  { on: text },
  `SELECT on_date AS "on" FROM txn WHERE customer_id = ? AND on_date < ? AND account_id = ?
   ORDER BY on_date DESC LIMIT 1`,
)

const ROWS_OF_DAY = read(
  {
    incoming: flag,
    amountFen: txn.amount_fen,
    balanceFen: txn.balance_fen,
    fileNo: orNull(integer),
    line: txn.line,
  },
  `SELECT direction = 'in' AS incoming, amount_fen AS amountFen, balance_fen AS balanceFen, file_no AS fileNo, line
   FROM txn WHERE customer_id = ? AND on_date = ? AND account_id = ?`,
)

const SET_BALANCE = write('UPDATE account SET balance_fen = ?, balance_unknown = ? WHERE id = ?')

const AFTER_EVERY_DAY = '9999-99-99'

/**
 * Takes the balances of accounts that the extract gives none for from the transactions of their last day. Where those do
 * not tell it, it is unknown, which is not zero. The figure follows from other rows, so it needs neither a before-image
 * nor a new version.
 */
export function balanceFromTransactions(connection: Connection, customerIds: Iterable<number>): void {
  const accounts = connection.prepared(BALANCED_BY_TRANSACTIONS)
  for (const customerId of customerIds) {
    for (const { id, balanceFen, unknown } of accounts.all(customerId)) {
      const found = lastBalance(connection, { customerId, accountId: id })
      const isUnknown = found === null ? 1 : 0
      if ((found ?? 0) === balanceFen && isUnknown === unknown) continue
      SET_BALANCE.run(connection, found ?? 0, isUnknown, id)
    }
  }
}

interface HeldAccount {
  readonly customerId: number
  readonly accountId: number
}

function lastBalance(connection: ReadConnection, held: HeldAccount): number | null {
  const on = dayBefore(connection, held, AFTER_EVERY_DAY)
  if (on === null) return null
  const rows = rowsOf(connection, held, on)
  return closingBalance(rows, () => surroundings(connection, held, { on, rows }))
}

/** What the account's day before says of a day: its balance, and how the file that holds both runs. */
function surroundings(
  connection: ReadConnection,
  held: HeldAccount,
  day: { readonly on: string; readonly rows: readonly BookedRow[] },
): DaySurroundings {
  const on = dayBefore(connection, held, day.on)
  if (on === null) return { openingFen: null, fileOrder: null }
  const rows = rowsOf(connection, held, on)
  const fileOrder = fileOrderOf(rows, day.rows)
  return { openingFen: closingBalance(rows, () => ({ openingFen: null, fileOrder })), fileOrder }
}

function dayBefore(
  connection: ReadConnection,
  { customerId, accountId }: HeldAccount,
  on: string,
): string | null {
  return connection.prepared(LAST_DAY).get(customerId, on, accountId)?.on ?? null
}

function rowsOf(connection: ReadConnection, { customerId, accountId }: HeldAccount, on: string): BookedRow[] {
  const rows = connection.prepared(ROWS_OF_DAY).all(customerId, on, accountId)
  return rows.map(({ incoming, amountFen, balanceFen, fileNo, line }) => ({
    signedFen: incoming === 1 ? amountFen : -amountFen,
    balanceFen,
    place: fileNo === null || line === null ? null : { file: fileNo, line },
  }))
}
