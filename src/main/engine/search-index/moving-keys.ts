import type { Connection } from '../connection.ts'
import { NOT_INDEXED } from './buckets.ts'
import { keysOf } from './keys.ts'
import { readSearchable } from './people.ts'
import { inTreeOrder, type PlacedKey } from './placed-keys.ts'
import { movesAfter, type PlannedMove } from './planned-moves.ts'
import { SortedRuns } from './sorted-runs.ts'

/** A key on its way, and the plan by which it goes. */
export interface MovingKey extends PlacedKey {
  readonly moveId: number
}

/**
 * Keys that are held in memory and sorted together, some 20 MB of them. The more there are, the more of them share a
 * page of the tree, and each page that changes costs an encryption and a write. Ours.
 */
const KEYS_AT_ONCE = 200_000

/** The keys of the people whose moves are carried out together. */
export class MovingKeys {
  readonly arriving = new SortedRuns<MovingKey>(inTreeOrder)
  readonly leaving = new SortedRuns<MovingKey>(inTreeOrder)
  #lastMoveId = 0
  #people = 0

  /** The newest of the plans that were taken in; those before it are, too. */
  get lastMoveId(): number {
    return this.#lastMoveId
  }

  get people(): number {
    return this.#people
  }

  /**
   * Takes in the next planned moves.
   * @returns false where there were none left, or no room for more
   */
  takeMore(connection: Connection, limit: number): boolean {
    if (this.arriving.size + this.leaving.size >= KEYS_AT_ONCE) return false
    const moves = movesAfter(connection, this.#lastMoveId, limit)
    const arriving: MovingKey[] = []
    const leaving: MovingKey[] = []
    for (const move of moves) takeKeysOf(connection, move, arriving, leaving)
    this.arriving.add(arriving)
    this.leaving.add(leaving)
    this.#lastMoveId = moves.at(-1)?.id ?? this.#lastMoveId
    this.#people += moves.length
    return moves.length > 0
  }
}

function takeKeysOf(
  connection: Connection,
  { id: moveId, rootId, bucket }: PlannedMove,
  arriving: MovingKey[],
  leaving: MovingKey[],
): void {
  const person = readSearchable(connection, rootId)
  if (person === null) return
  const settled = person.bucket !== NOT_INDEXED
  for (const { kind, key } of keysOf(person.records, person.cardNumbers)) {
    arriving.push({ kind, bucket, key, rootId, moveId })
    if (settled) leaving.push({ kind, bucket: person.bucket, key, rootId, moveId })
  }
}
