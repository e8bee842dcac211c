import type { Connection } from '../../../engine/connection.ts'
import type { WriteContext } from '../../../engine/context.ts'
import { removeSearchKeys } from '../../../engine/search-index/writer.ts'
import { refreshFactsIn } from '../../../records/facts/refresh.ts'
import { dropFacts } from '../../../records/facts/store.ts'
import { moveOpenVisit } from '../../../records/visits/join-visits.ts'

/**
 * Puts one person's records under another's. Both are roots; the records that already lay under the second move along,
 * so that a chain is never longer than one step, and remember whom they came with.
 */
export function mergePeople(context: WriteContext, keptId: number, mergedId: number, reason: string): void {
  const { connection, nowAt } = context
  removeSearchKeys(connection, [keptId, mergedId])
  moveOpenVisit(context, { personId: mergedId, toId: keptId })
  connection
    .statement(
      `UPDATE customer SET merged_into = ?, merged_under = coalesce(merged_under, merged_into), updated_at = ?,
         version = version + 1 WHERE merged_into = ?`,
    )
    .run(keptId, nowAt, mergedId)
  connection
    .statement(
      `UPDATE customer SET merged_into = ?, merge_reason = ?, updated_at = ?, version = version + 1 WHERE id = ?`,
    )
    .run(keptId, reason, nowAt, mergedId)
  dropFacts(connection, mergedId)
  refreshPeople(context, [keptId])
}

/**
 * Takes a merged record out again, together with the records that were under it before: the two people are what they
 * were.
 * @returns the numbers of the records that went
 */
export function separate(context: WriteContext, rootId: number, recordId: number): number[] {
  const { connection, nowAt } = context
  removeSearchKeys(connection, [rootId])
  const followers = followersOf(connection, rootId, recordId)
  const follow = connection.statement(
    `UPDATE customer SET merged_into = ?, merged_under = CASE WHEN merged_under = ? THEN NULL ELSE merged_under END,
       updated_at = ?, version = version + 1 WHERE id = ?`,
  )
  for (const id of followers) follow.run(recordId, recordId, nowAt, id)
  connection
    .statement(
      `UPDATE customer SET merged_into = NULL, merged_under = NULL, merge_reason = NULL, updated_at = ?,
         version = version + 1 WHERE id = ?`,
    )
    .run(nowAt, recordId)
  refreshPeople(context, [rootId, recordId])
  return [recordId, ...followers]
}

/** Records that came along with this one, directly or through another that did. */
function followersOf(connection: Connection, rootId: number, recordId: number): number[] {
  const members = connection
    .statement<{ id: number; under: number | null }>(
      'SELECT id, merged_under AS under FROM customer WHERE merged_into = ? ORDER BY id',
    )
    .all(rootId)
  const gone = new Set([recordId])
  for (let before = 0; before !== gone.size; ) {
    before = gone.size
    for (const { id, under } of members) if (under !== null && gone.has(under)) gone.add(id)
  }
  gone.delete(recordId)
  return [...gone]
}

function refreshPeople(context: WriteContext, recordIds: readonly number[]): void {
  refreshFactsIn(context, recordIds)
  context.changed('customer', 'duplicate_pair')
}
