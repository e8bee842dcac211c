import type { Connection } from '../connection.ts'
import type { FactBasis } from './refresh.ts'

/** The row of `setting` that remembers for which day and by which settings everyone was recomputed last. */
const MARK = 'facts.refreshedFor'

/** Whether everyone was recomputed for this day by these settings already. */
export function isRefreshedFor(connection: Connection, basis: FactBasis): boolean {
  const row = connection.statement<{ value: string }>('SELECT value FROM setting WHERE name = ?').get(MARK)
  return row?.value === markOf(basis)
}

/** @param nowAt UTC milliseconds */
export function markRefreshed(connection: Connection, basis: FactBasis, nowAt: number): void {
  connection
    .statement('INSERT OR REPLACE INTO setting (name, value, updated_at) VALUES (?, ?, ?)')
    .run(MARK, markOf(basis), nowAt)
}

function markOf({ asOf, settings }: FactBasis): string {
  return JSON.stringify({ asOf, settings })
}
