import type { Connection } from '../../../engine/connection.ts'

/** The people that customer records belong to: the record itself, or the one it was merged into. Gone ones are left out. */
export function rootsOf(connection: Connection, customerIds: Iterable<number>): number[] {
  const find = connection.statement<{ rootId: number }>(
    'SELECT coalesce(merged_into, id) AS rootId FROM customer WHERE id = ?',
  )
  const roots = new Set<number>()
  for (const id of customerIds) {
    const found = find.get(id)
    if (found !== undefined) roots.add(found.rootId)
  }
  return [...roots]
}
