import type { Connection } from '../connection.ts'
import type { MovingKey } from './moving-keys.ts'

/** A plan that was dropped meanwhile, because the person changed, moves nothing any more. */
const stillPlanned = (moveId: string) => `EXISTS (SELECT 1 FROM search_move WHERE id = ${moveId})`

/** Keys in one statement: calling SQLite for each takes as long again as its insert. Ours. */
const KEYS_A_STATEMENT = 30

const ARRIVE = `INSERT OR IGNORE INTO search_key (kind, bucket, key, customer_id)
  SELECT ?, ?, ?, ? WHERE ${stillPlanned('?')}`
const ARRIVE_TOGETHER = `INSERT OR IGNORE INTO search_key (kind, bucket, key, customer_id)
  SELECT column1, column2, column3, column4
  FROM (VALUES ${Array.from({ length: KEYS_A_STATEMENT }, () => '(?, ?, ?, ?, ?)').join(', ')})
  WHERE ${stillPlanned('column5')}`
const LEAVE = `DELETE FROM search_key
  WHERE kind = ? AND bucket = ? AND key = ? AND customer_id = ? AND ${stillPlanned('?')}`

/** Puts keys where they shall lie; those that lie there already stay. */
export function arrive(connection: Connection, keys: readonly MovingKey[]): void {
  const together = connection.statement(ARRIVE_TOGETHER)
  const single = connection.statement(ARRIVE)
  let from = 0
  for (; from + KEYS_A_STATEMENT <= keys.length; from += KEYS_A_STATEMENT) {
    together.run(...keys.slice(from, from + KEYS_A_STATEMENT).flatMap(valuesOf))
  }
  for (const key of keys.slice(from)) single.run(...valuesOf(key))
}

/** Takes keys out of where they lay. */
export function leave(connection: Connection, keys: readonly MovingKey[]): void {
  const single = connection.statement(LEAVE)
  for (const key of keys) single.run(...valuesOf(key))
}

function valuesOf({ kind, bucket, key, rootId, moveId }: MovingKey): (string | number)[] {
  return [kind, bucket, key, rootId, moveId]
}
