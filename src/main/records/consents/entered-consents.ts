import type { Connection } from '../../engine/connection.ts'
import { write } from '../../engine/statement.ts'

const DROP = write(
  'DELETE FROM consent WHERE customer_id = ? AND at = (SELECT started_at FROM import_run WHERE id = ?)',
)

/**
 * Takes out what a customer said in the very write that entered them by hand, when the entry is taken back (D3): a record
 * that never was has no register. Whatever they said later stays, and keeps the customer.
 * @param runId the import of one row that the entry is
 */
export function dropConsentsOfEntry(connection: Connection, customerId: number, runId: number): void {
  DROP.run(connection, customerId, runId)
}
