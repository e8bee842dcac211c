import type { Connection } from '../../../engine/connection.ts'

/** The bank's transaction numbers grow, but not in width: of one day's, the longest and then the greatest is the last. */
const LAST_BALANCE = `SELECT balance_fen AS balanceFen FROM txn
  WHERE customer_id = ? AND account_id = ? AND balance_fen IS NOT NULL AND on_date = (
    SELECT on_date FROM txn WHERE customer_id = ? AND account_id = ? AND balance_fen IS NOT NULL
    ORDER BY on_date DESC LIMIT 1)
  ORDER BY length(txn_no) DESC, txn_no DESC LIMIT 1`

/**
 * Takes the balances of accounts that the extract gives none for from their last transactions; nothing known is zero.
 * The figure follows from other rows, so it needs neither a before-image nor a new version.
 */
export function balanceFromTransactions(connection: Connection, customerIds: Iterable<number>): void {
  const accounts = connection.statement<{ id: number; balanceFen: number }>(
    `SELECT id, balance_fen AS balanceFen FROM account WHERE customer_id = ? AND balance_source = 'transactions'`,
  )
  const last = connection.statement<{ balanceFen: number }>(LAST_BALANCE)
  const set = connection.statement('UPDATE account SET balance_fen = ? WHERE id = ?')
  for (const customerId of customerIds) {
    for (const account of accounts.all(customerId)) {
      const balanceFen = last.get(customerId, account.id, customerId, account.id)?.balanceFen ?? 0
      if (balanceFen !== account.balanceFen) set.run(balanceFen, account.id)
    }
  }
}
