import type { Connection } from '../../engine/connection.ts'

/** Staff numbers of the heads who work here now. */
export function activeHeads(connection: Connection): string[] {
  return connection
    .statement<{ no: string }>(`SELECT no FROM staff WHERE role = 'head' AND active = 1 ORDER BY no`)
    .all()
    .map(({ no }) => no)
}
