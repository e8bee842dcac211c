import type { Connection, ReadConnection } from '../connection.ts'
import { integer, orNull, type RowOf } from '../schema/columns.ts'
import { TABLES } from '../schema.ts'
import { read, write } from '../statement.ts'
import {
  inTreeOrder,
  keysOf,
  NOT_INDEXED,
  type PlacedKey,
  readSearchables,
  type SearchablePerson,
} from './keys.ts'
import { SortedRuns } from './sorted-runs.ts'

/** Runs a piece of work as one short transaction. */
type InTransaction = (work: () => void) => void

/** People read, keys written and people whose moves are closed in one step, each a few milliseconds. Our own default. */
const PEOPLE_A_STEP = 250
const KEYS_A_STEP = 1_500
const MOVES_CLOSED_A_STEP = 1_000

/**
 * Carries out what `planSearchMoves` planned, many people at once in the order of the tree. Keys come to the new
 * bucket before they leave the old one, so that a person is found all the while; then the person's bucket is set and
 * the plan goes. It may stop after any step and be started again. Yields after each, with the people dealt with.
 */
export function* carryOutMoves(
  connection: Connection,
  inTransaction: InTransaction,
): Generator<{ readonly done: number; readonly total: number }, void> {
  const total = countMoves(connection)
  for (let done = 0; ; ) {
    const keys = new MovingKeys()
    while (keys.addMore(connection, PEOPLE_A_STEP)) yield { done, total }
    if (keys.people === 0) return
    for (const _step of writePortions(connection, insertKeys, keys.arriving, inTransaction))
      yield { done, total }
    for (const _step of writePortions(connection, deleteKeys, keys.leaving, inTransaction))
      yield { done, total }
    for (const _step of closeMoves(connection, keys.lastMoveId, inTransaction)) yield { done, total }
    done += keys.people
  }
}

function* writePortions(
  connection: Connection,
  writeKeys: (connection: Connection, keys: readonly MovingKey[]) => void,
  runs: SortedRuns<MovingKey>,
  inTransaction: InTransaction,
): Generator<void, void> {
  for (const keys of runs.portions(KEYS_A_STEP)) {
    inTransaction(() => writeKeys(connection, keys))
    yield
  }
}

const NEXT_TO_CLOSE = read(
  { id: orNull(integer) },
  'SELECT max(id) AS id FROM (SELECT id FROM search_move WHERE id <= ? ORDER BY id LIMIT ?)',
)

const SET_BUCKETS = write(
  `UPDATE customer SET search_bucket = move.bucket FROM (SELECT customer_id, bucket FROM search_move WHERE id <= ?) AS move
   WHERE customer.id = move.customer_id`,
)

const DROP_PLANS = write('DELETE FROM search_move WHERE id <= ?')

/** Sets the bucket of people whose keys have moved, and drops their plans. */
function* closeMoves(
  connection: Connection,
  lastMoveId: number,
  inTransaction: InTransaction,
): Generator<void, void> {
  for (;;) {
    const upTo = NEXT_TO_CLOSE.get(connection, lastMoveId, MOVES_CLOSED_A_STEP)?.id ?? null
    if (upTo === null) return
    inTransaction(() => {
      SET_BUCKETS.run(connection, upTo)
      DROP_PLANS.run(connection, upTo)
    })
    yield
  }
}

/** A key on its way, and the plan by which it goes. */
interface MovingKey extends PlacedKey {
  readonly moveId: number
}

/**
 * Keys that are held in memory and sorted together, some 20 MB of them. The more there are, the more of them share a
 * page of the tree, and each page that changes costs an encryption and a write. Ours.
 */
const KEYS_AT_ONCE = 200_000

/** The keys of the people whose moves are carried out together. */
class MovingKeys {
  readonly arriving = new SortedRuns<MovingKey>(inTreeOrder)
  readonly leaving = new SortedRuns<MovingKey>(inTreeOrder)
  #lastMoveId = 0
  #people = 0

  /** The newest of the plans that were added; those before it were added, too. */
  get lastMoveId(): number {
    return this.#lastMoveId
  }

  get people(): number {
    return this.#people
  }

  /**
   * Adds the keys of the next planned moves.
   * @returns false where there were none left, or no room for more
   */
  addMore(connection: ReadConnection, limit: number): boolean {
    if (this.arriving.size + this.leaving.size >= KEYS_AT_ONCE) return false
    const moves = movesAfter(connection, this.#lastMoveId, limit)
    this.#addKeys(connection, new Map(moves.map((move) => [move.rootId, move])))
    this.#lastMoveId = moves.at(-1)?.id ?? this.#lastMoveId
    this.#people += moves.length
    return moves.length > 0
  }

  #addKeys(connection: ReadConnection, moves: ReadonlyMap<number, PlannedMove>): void {
    const arriving: MovingKey[] = []
    const leaving: MovingKey[] = []
    for (const person of readSearchables(connection, [...moves.keys()])) {
      const move = moves.get(person.rootId)
      if (move !== undefined) addKeysOf(person, move, arriving, leaving)
    }
    this.arriving.add(arriving)
    this.leaving.add(leaving)
  }
}

function addKeysOf(
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

/** A plan that was dropped meanwhile, because the person changed, moves nothing any more. */
const stillPlanned = (moveId: string) => `EXISTS (SELECT 1 FROM search_move WHERE id = ${moveId})`

/** Keys in one statement: calling SQLite for each takes as long again as its insert. Our own default. */
const KEYS_A_STATEMENT = 30

const INSERT_ONE = write(`INSERT OR IGNORE INTO search_key (kind, bucket, key, customer_id)
  SELECT ?, ?, ?, ? WHERE ${stillPlanned('?')}`)
const INSERT_MANY = write(`INSERT OR IGNORE INTO search_key (kind, bucket, key, customer_id)
  SELECT column1, column2, column3, column4
  FROM (VALUES ${Array.from({ length: KEYS_A_STATEMENT }, () => '(?, ?, ?, ?, ?)').join(', ')})
  WHERE ${stillPlanned('column5')}`)
const DELETE_ONE = write(`DELETE FROM search_key
  WHERE kind = ? AND bucket = ? AND key = ? AND customer_id = ? AND ${stillPlanned('?')}`)

/** Puts keys where they shall lie; those that lie there already stay. */
function insertKeys(connection: Connection, keys: readonly MovingKey[]): void {
  const together = connection.statement(INSERT_MANY.sql)
  const single = connection.statement(INSERT_ONE.sql)
  let from = 0
  for (; from + KEYS_A_STATEMENT <= keys.length; from += KEYS_A_STATEMENT) {
    together.run(...keys.slice(from, from + KEYS_A_STATEMENT).flatMap(valuesOf))
  }
  for (const key of keys.slice(from)) single.run(...valuesOf(key))
}

/** Deletes keys from the bucket that they lay in. */
function deleteKeys(connection: Connection, keys: readonly MovingKey[]): void {
  const single = connection.statement(DELETE_ONE.sql)
  for (const key of keys) single.run(...valuesOf(key))
}

function valuesOf({ kind, bucket, key, rootId, moveId }: MovingKey): (string | number)[] {
  return [kind, bucket, key, rootId, moveId]
}

const PLANNED_MOVE = {
  /** Never given twice: a move that was dropped is not taken for a later one of the same person. */
  id: TABLES.search_move.id,
  rootId: TABLES.search_move.customer_id,
  bucket: TABLES.search_move.bucket,
}

/** A person on the way to another bucket: until the move is carried out, some keys may lie in both. */
type PlannedMove = RowOf<typeof PLANNED_MOVE>

const MOVES_AFTER = read(
  PLANNED_MOVE,
  'SELECT id, customer_id AS rootId, bucket FROM search_move WHERE id > ? ORDER BY id LIMIT ?',
)

/** The next plans behind `afterId`, in the order in which they were made. */
function movesAfter(connection: ReadConnection, afterId: number, limit: number): PlannedMove[] {
  return MOVES_AFTER.all(connection, afterId, limit)
}

const COUNT_OF_MOVES = read({ moves: integer }, 'SELECT count(*) AS moves FROM search_move')

function countMoves(connection: ReadConnection): number {
  return COUNT_OF_MOVES.get(connection)?.moves ?? 0
}
