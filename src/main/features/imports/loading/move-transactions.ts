import type { Connection } from '../../../engine/connection.ts'

/** Transactions lie with the person; when an account changes hands they follow it. */
export function moveTransactions(
  connection: Connection,
  move: { readonly accountId: number; readonly from: number; readonly to: number },
): void {
  connection
    .statement('UPDATE txn SET customer_id = ? WHERE customer_id = ? AND account_id = ?')
    .run(move.to, move.from, move.accountId)
}
