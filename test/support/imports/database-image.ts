import type { Connection } from '../../../src/main/engine/connection.ts'

/** What tells of runs and writes themselves, and stays when one is taken back. */
const LEDGERS: readonly string[] = ['import_run', 'audit', 'outbox']

/** The contents of every other table, row by row, without the instant of the last write. */
export function databaseImage(connection: Connection): Record<string, unknown[]> {
  const tables = connection
    .statement<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map(({ name }) => name)
    .filter((table) => !LEDGERS.includes(table))
  return Object.fromEntries(
    tables.map((table) => {
      const rows = connection.statement<Record<string, unknown>>(`SELECT * FROM ${table}`).all()
      return [table, rows.map(({ updated_at: _, ...row }) => JSON.stringify(row)).sort()]
    }),
  )
}

export function countOf(connection: Connection, table: string): number {
  return connection.statement<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0
}
