import type { Connection, ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { removeSearchKeys } from '../../engine/search-index/writer.ts'
import { read, write } from '../../engine/statement.ts'
import { refreshFactsIn } from '../facts/refresh.ts'
import { dropFacts } from '../facts/store.ts'
import { moveOpenVisit } from '../visits/join-visits.ts'

const { customer } = TABLES

const MOVE_MEMBERS = write(
  `UPDATE customer SET merged_into = ?, merged_under = coalesce(merged_under, merged_into), updated_at = ?,
     version = version + 1 WHERE merged_into = ?`,
)

const PUT_UNDER = write(
  'UPDATE customer SET merged_into = ?, merge_reason = ?, updated_at = ?, version = version + 1 WHERE id = ?',
)

/**
 * Puts one person's records under another's. Both are roots; the records that already lay under the second move along,
 * so that a chain is never longer than one step, and remember whom they came with.
 */
export function mergePeople(context: WriteContext, keptId: number, mergedId: number, reason: string): void {
  const { connection, nowAt } = context
  removeSearchKeys(connection, [keptId, mergedId])
  moveOpenVisit(context, { personId: mergedId, toId: keptId })
  MOVE_MEMBERS.run(connection, keptId, nowAt, mergedId)
  PUT_UNDER.run(connection, keptId, reason, nowAt, mergedId)
  dropFacts(connection, mergedId)
  refreshPeople(context, [keptId])
}

const FOLLOW_RECORD = write(
  `UPDATE customer SET merged_into = ?, merged_under = CASE WHEN merged_under = ? THEN NULL ELSE merged_under END,
     updated_at = ?, version = version + 1 WHERE id = ?`,
)

const TAKE_OUT = write(
  `UPDATE customer SET merged_into = NULL, merged_under = NULL, merge_reason = NULL, updated_at = ?,
     version = version + 1 WHERE id = ?`,
)

/**
 * Takes a merged record out again, together with the records that were under it before: the two people are what they
 * were.
 * @returns the numbers of the records that went
 */
export function separate(context: WriteContext, rootId: number, recordId: number): number[] {
  const { connection, nowAt } = context
  removeSearchKeys(connection, [rootId])
  const followers = followersOf(connection, rootId, recordId)
  for (const id of followers) FOLLOW_RECORD.run(connection, recordId, recordId, nowAt, id)
  TAKE_OUT.run(connection, nowAt, recordId)
  refreshPeople(context, [rootId, recordId])
  return [recordId, ...followers]
}

const MEMBERS_OF_ROOT = read(
  { id: customer.id, under: customer.merged_under },
  'SELECT id, merged_under AS under FROM customer WHERE merged_into = ? ORDER BY id',
)

/** Records that came along with this one, directly or through another that did. */
function followersOf(connection: ReadConnection, rootId: number, recordId: number): number[] {
  const members = MEMBERS_OF_ROOT.all(connection, rootId)
  const gone = new Set([recordId])
  for (let before = 0; before !== gone.size; ) {
    before = gone.size
    for (const { id, under } of members) if (under !== null && gone.has(under)) gone.add(id)
  }
  gone.delete(recordId)
  return [...gone]
}

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

function refreshPeople(context: WriteContext, recordIds: readonly number[]): void {
  refreshFactsIn(context, recordIds)
  context.changed('customer', 'duplicate_pair')
}
