import type { Connection } from '../connection.ts'

/** A person on the way to another bucket: until the move is carried out, some keys may lie in both. */
export interface PlannedMove {
  /** Never given twice: a move that was dropped is not taken for a later one of the same person. */
  readonly id: number
  readonly rootId: number
  readonly bucket: number
}

/** The bucket that a person is on the way to, where there is one. */
export function plannedBucketOf(connection: Connection, rootId: number): number | undefined {
  return connection
    .statement<{ bucket: number }>('SELECT bucket FROM search_move WHERE customer_id = ?')
    .get(rootId)?.bucket
}

/** Takes a plan back; keys that were moved already are the caller's to remove. */
export function dropMove(connection: Connection, rootId: number): void {
  connection.statement('DELETE FROM search_move WHERE customer_id = ?').run(rootId)
}

/** The next plans behind `afterId`, in the order in which they were made. */
export function movesAfter(connection: Connection, afterId: number, limit: number): PlannedMove[] {
  return connection
    .statement<PlannedMove>(
      'SELECT id, customer_id AS rootId, bucket FROM search_move WHERE id > ? ORDER BY id LIMIT ?',
    )
    .all(afterId, limit)
}

export function countMoves(connection: Connection): number {
  return (
    connection.statement<{ moves: number }>('SELECT count(*) AS moves FROM search_move').get()?.moves ?? 0
  )
}
