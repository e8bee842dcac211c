import type { Connection, ReadConnection } from '../connection.ts'
import { TABLES } from '../schema.ts'
import { read, write } from '../statement.ts'
import {
  inTreeOrder,
  NOT_INDEXED,
  type PlacedKey,
  placedKeys,
  readSearchable,
  type SearchablePerson,
} from './keys.ts'

/** Where a person's keys shall lie. */
export interface Placement {
  /** The person's root record: the one that nothing was merged away from. */
  readonly rootId: number
  /** `customer.search_bucket` as it stands. */
  readonly from: number
  readonly bucket: number
}

/**
 * Puts people where they belong at once: keys are written for those who have none, moved for those in another bucket,
 * and left alone otherwise. Sets `customer.search_bucket`, which says where a person's keys are.
 */
export function placeSearchKeys(connection: Connection, placements: readonly Placement[]): void {
  const wanted: PlacedKey[] = []
  for (const { rootId, from, bucket } of placements) {
    const planned = plannedBucketOf(connection, rootId)
    if (from === bucket && planned === undefined) continue
    const person = readSearchable(connection, rootId)
    if (person === null) continue
    removeKeysOf(connection, person, planned)
    for (const placed of placedKeys(person, bucket)) wanted.push(placed)
    setBucket(connection, rootId, bucket)
  }
  insertKeys(connection, wanted)
}

/**
 * Takes people out of the index. Must run before anything they are searched by changes (a name, a number, a card, a
 * merge), because the keys to delete are computed from the rows as they stand. `refreshFacts` puts people back.
 */
export function removeSearchKeys(connection: Connection, rootIds: Iterable<number>): void {
  for (const rootId of rootIds) {
    const person = readSearchable(connection, rootId)
    if (person === null) continue
    removeKeysOf(connection, person, plannedBucketOf(connection, rootId))
    if (person.bucket !== NOT_INDEXED) setBucket(connection, rootId, NOT_INDEXED)
  }
}

const DELETE_KEY = write(
  'DELETE FROM search_key WHERE kind = ? AND bucket = ? AND key = ? AND customer_id = ?',
)

/** A person on the way to another bucket may have keys there too. */
function removeKeysOf(connection: Connection, person: SearchablePerson, planned: number | undefined): void {
  const remove = connection.statement(DELETE_KEY.sql)
  for (const place of new Set([person.bucket, planned ?? NOT_INDEXED])) {
    for (const { kind, bucket, key, rootId } of placedKeys(person, place)) {
      remove.run(kind, bucket, key, rootId)
    }
  }
  if (planned !== undefined) dropMove(connection, person.rootId)
}

const INSERT_KEY = write(
  'INSERT OR IGNORE INTO search_key (kind, bucket, key, customer_id) VALUES (?, ?, ?, ?)',
)

function insertKeys(connection: Connection, keys: PlacedKey[]): void {
  const insert = connection.statement(INSERT_KEY.sql)
  keys.sort(inTreeOrder)
  for (const { kind, bucket, key, rootId } of keys) insert.run(kind, bucket, key, rootId)
}

const PLAN_MOVE = write('INSERT INTO search_move (customer_id, bucket) VALUES (?, ?)')

/**
 * Notes where people's keys shall lie, for `carryOutMoves` to put them there many at once. A refresh of everyone would
 * otherwise write to another page of the tree for nearly every key.
 */
export function planSearchMoves(connection: Connection, placements: readonly Placement[]): void {
  for (const placement of placements) {
    const { rootId, from, bucket } = placement
    const planned = plannedBucketOf(connection, rootId)
    if (planned === undefined) {
      if (from !== bucket) PLAN_MOVE.run(connection, rootId, bucket)
    } else if (planned !== bucket) placeSearchKeys(connection, [placement])
  }
}

const PLANNED_BUCKET = read(
  { bucket: TABLES.search_move.bucket },
  'SELECT bucket FROM search_move WHERE customer_id = ?',
)

/** The bucket that a person is on the way to, where there is one. */
function plannedBucketOf(connection: ReadConnection, rootId: number): number | undefined {
  return PLANNED_BUCKET.get(connection, rootId)?.bucket
}

const DROP_MOVE = write('DELETE FROM search_move WHERE customer_id = ?')

/** Takes a plan back; keys that were moved already are the caller's to remove. */
function dropMove(connection: Connection, rootId: number): void {
  DROP_MOVE.run(connection, rootId)
}

const SET_BUCKET = write('UPDATE customer SET search_bucket = ? WHERE id = ?')

function setBucket(connection: Connection, rootId: number, bucket: number): void {
  SET_BUCKET.run(connection, bucket, rootId)
}
