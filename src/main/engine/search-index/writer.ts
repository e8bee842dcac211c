import type { Connection } from '../connection.ts'
import { NOT_INDEXED } from './buckets.ts'
import type { KeyKind } from './key-kinds.ts'
import { keysOf } from './keys.ts'
import { readSearchable, type SearchablePerson } from './people.ts'

/** Where a person's keys shall lie. */
export interface Placement {
  /** The person's root record: the one that nothing was merged away from. */
  readonly rootId: number
  readonly bucket: number
}

interface PlacedKey {
  readonly kind: KeyKind
  readonly bucket: number
  readonly key: string
  readonly rootId: number
}

/**
 * Puts people where they belong: keys are written for those who have none, moved for those in another bucket, and left
 * alone otherwise. Sets `customer.search_bucket`, which always says where a person's keys are.
 */
export function placeSearchKeys(connection: Connection, placements: readonly Placement[]): void {
  const wanted: PlacedKey[] = []
  for (const { rootId, bucket } of placements) {
    const person = readSearchable(connection, rootId)
    if (person === null || person.bucket === bucket) continue
    removeKeysOf(connection, person)
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
    removeKeysOf(connection, person)
    setBucket(connection, rootId, NOT_INDEXED)
  }
}

function removeKeysOf(connection: Connection, person: SearchablePerson): void {
  if (person.bucket === NOT_INDEXED) return
  const remove = connection.statement(
    'DELETE FROM search_key WHERE kind = ? AND bucket = ? AND key = ? AND customer_id = ?',
  )
  for (const { kind, bucket, key, rootId } of placedKeys(person, person.bucket)) {
    remove.run(kind, bucket, key, rootId)
  }
}

function placedKeys(person: SearchablePerson, bucket: number): PlacedKey[] {
  return keysOf(person.records, person.cardNumbers).map(({ kind, key }) => ({
    kind,
    bucket,
    key,
    rootId: person.rootId,
  }))
}

/** In the order of the B-tree, so that neighbours of one batch share their pages. */
function insertKeys(connection: Connection, keys: PlacedKey[]): void {
  const insert = connection.statement(
    'INSERT OR IGNORE INTO search_key (kind, bucket, key, customer_id) VALUES (?, ?, ?, ?)',
  )
  keys.sort(inTreeOrder)
  for (const { kind, bucket, key, rootId } of keys) insert.run(kind, bucket, key, rootId)
}

function inTreeOrder(a: PlacedKey, b: PlacedKey): number {
  return a.kind - b.kind || a.bucket - b.bucket || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}

function setBucket(connection: Connection, rootId: number, bucket: number): void {
  connection.statement('UPDATE customer SET search_bucket = ? WHERE id = ?').run(bucket, rootId)
}
