import type { Connection } from '../connection.ts'
import { NOT_INDEXED } from './buckets.ts'
import type { KeyKind } from './key-kinds.ts'
import { keysOf } from './keys.ts'
import type { SearchablePerson } from './people.ts'

/** A row of `search_key`. */
export interface PlacedKey {
  readonly kind: KeyKind
  readonly bucket: number
  readonly key: string
  readonly rootId: number
}

/** The rows by which a person is found in a bucket; none where the bucket is no place. */
export function placedKeys(person: SearchablePerson, bucket: number): PlacedKey[] {
  if (bucket === NOT_INDEXED) return []
  return keysOf(person.records, person.cardNumbers).map(({ kind, key }) => ({
    kind,
    bucket,
    key,
    rootId: person.rootId,
  }))
}

/** The order of the table's own tree, so that neighbours share their pages. */
export function inTreeOrder(a: PlacedKey, b: PlacedKey): number {
  return a.kind - b.kind || a.bucket - b.bucket || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}

export function setBucket(connection: Connection, rootId: number, bucket: number): void {
  connection.statement('UPDATE customer SET search_bucket = ? WHERE id = ?').run(bucket, rootId)
}
