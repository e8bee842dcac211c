import type { Connection } from '../connection.ts'
import { plannedBucketOf } from './planned-moves.ts'
import { type Placement, placeSearchKeys } from './writer.ts'

/**
 * Notes where people's keys shall lie, for `carryOutMoves` to put them there many at once. A refresh of everyone would
 * otherwise write to another page of the tree for nearly every key.
 */
export function planSearchMoves(connection: Connection, placements: readonly Placement[]): void {
  const plan = connection.statement('INSERT INTO search_move (customer_id, bucket) VALUES (?, ?)')
  for (const placement of placements) {
    const { rootId, from, bucket } = placement
    const planned = plannedBucketOf(connection, rootId)
    if (planned === undefined) {
      if (from !== bucket) plan.run(rootId, bucket)
    } else if (planned !== bucket) placeSearchKeys(connection, [placement])
  }
}
