import type { Connection } from '../../engine/connection.ts'
import { TABLES } from '../../engine/schema.ts'
import { removeSearchKeys } from '../../engine/search-index/writer.ts'
import { read, write } from '../../engine/statement.ts'

const { customer } = TABLES

const MERGED_ON_NUMBER = read(
  { id: customer.id, rootId: customer.merged_into },
  `SELECT id, merged_into AS rootId FROM customer
   WHERE id_number = ? AND import_id = ? AND merge_reason = 'same-id' AND merged_into IS NOT NULL AND version = 1`,
)

const TAKE_APART = write('UPDATE customer SET merged_into = NULL, merge_reason = NULL WHERE id = ?')

/**
 * Takes back the merges that a running import made of its own new records on a number that turns out to belong to nobody.
 * Nobody has seen them yet, so their version stays.
 * @returns the records that are people of their own now, and whom they lay under: all need new facts and search keys
 */
export function separateMergedOnNumber(
  connection: Connection,
  { idNumber, importId }: { readonly idNumber: string; readonly importId: number },
): { readonly apart: readonly number[]; readonly roots: readonly number[] } {
  const merged = MERGED_ON_NUMBER.all(connection, idNumber, importId)
  const roots = [...new Set(merged.flatMap(({ rootId }) => (rootId === null ? [] : [rootId])))]
  if (roots.length > 0) removeSearchKeys(connection, roots)
  for (const { id } of merged) TAKE_APART.run(connection, id)
  return { apart: merged.map(({ id }) => id), roots }
}
