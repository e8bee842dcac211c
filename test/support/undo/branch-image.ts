import type { TestEngine } from '../engine/open-engine.ts'

/** What tells of writes themselves, and stays when one is taken back. */
const LEDGERS: readonly string[] = ['audit', 'outbox', 'undo_slip']

/** Every row of every other table, without what counts that it was written once more. */
export function branchImage({ connection }: TestEngine): Readonly<Record<string, readonly string[]>> {
  const tables = connection
    .statement<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map(({ name }) => name)
    .filter((table) => !LEDGERS.includes(table))
  return Object.fromEntries(
    tables.map((table) => {
      // A group of customers that nobody is in any more says what a group says that is not there.
      const where = table === 'customer_count' ? 'WHERE people > 0' : ''
      const rows = connection.statement<Record<string, unknown>>(`SELECT * FROM ${table} ${where}`).all()
      return [table, rows.map(({ updated_at: _, version: __, ...row }) => JSON.stringify(row)).sort()]
    }),
  )
}
