import type { ReadConnection } from '../../engine/connection.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'

const ACTIVE_HEADS = read(
  { no: TABLES.staff.no },
  `SELECT no FROM staff WHERE role = 'head' AND active = 1 ORDER BY no`,
)

/** Staff numbers of the heads who work here now. */
export function activeHeads(connection: ReadConnection): string[] {
  return ACTIVE_HEADS.all(connection).map(({ no }) => no)
}
