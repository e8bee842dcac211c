import type { Connection } from '../../../src/main/engine/connection.ts'

/** Everything that an import may write; the ledger of runs itself is left out. */
const TABLES = [
  'customer',
  'search_key',
  'account',
  'loan',
  'card',
  'txn',
  'month_rollup',
  'customer_facts',
  'duplicate_pair',
  'import_change',
] as const

/** The contents of the customer tables, row by row, without the instant of the last write. */
export function databaseImage(connection: Connection): Record<string, unknown[]> {
  return Object.fromEntries(
    TABLES.map((table) => {
      const rows = connection.statement<Record<string, unknown>>(`SELECT * FROM ${table}`).all()
      return [table, rows.map(({ updated_at: _, ...row }) => JSON.stringify(row)).sort()]
    }),
  )
}

export function countOf(connection: Connection, table: string): number {
  return connection.statement<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0
}
