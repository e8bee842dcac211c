import type { Connection } from '../connection.ts'
import { NOT_INDEXED } from './buckets.ts'
import { keysOf } from './keys.ts'
import { readSearchables, type SearchablePerson } from './people.ts'
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
    this.#takeKeys(connection, new Map(moves.map((move) => [move.rootId, move])))
    this.#lastMoveId = moves.at(-1)?.id ?? this.#lastMoveId
    this.#people += moves.length
    return moves.length > 0
  }

  #takeKeys(connection: Connection, moves: ReadonlyMap<number, PlannedMove>): void {
    const arriving: MovingKey[] = []
    const leaving: MovingKey[] = []
    for (const person of readSearchables(connection, [...moves.keys()])) {
      const move = moves.get(person.rootId)
      if (move !== undefined) takeKeysOf(person, move, arriving, leaving)
    }
    this.arriving.add(arriving)
    this.leaving.add(leaving)
  }
}

function takeKeysOf(
  { rootId, bucket: from, records, cardNumbers }: SearchablePerson,
  { id: moveId, bucket }: PlannedMove,
  arriving: MovingKey[],
  leaving: MovingKey[],
): void {
  for (const { kind, key } of keysOf(records, cardNumbers)) {
    arriving.push({ kind, bucket, key, rootId, moveId })
    if (from !== NOT_INDEXED) leaving.push({ kind, bucket: from, key, rootId, moveId })
  }
}
