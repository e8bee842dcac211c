import { otherLetterKeys } from '../../../shared/domain/text/name-spellings.ts'
import { nameKeys, readName } from '../../../shared/domain/text/person-name.ts'
import type { Connection, ReadConnection } from '../connection.ts'
import type { RowOf } from '../schema/columns.ts'
import { TABLES } from '../schema.ts'
import { read, write } from '../statement.ts'
import { NOT_INDEXED, nameForms } from './keys.ts'
import { placeSearchKeys, removeSearchKeys } from './writer.ts'

const { customer, search_reread } = TABLES

/** How far the stored names have been read again, by the highest number of a record. */
export interface Reread {
  readonly done: number
  readonly total: number
}

const STATE = read(
  { done: search_reread.done_to, total: search_reread.up_to },
  'SELECT done_to AS done, up_to AS total FROM search_reread WHERE id = 1',
)

/** Whether names that an older version stored wait to be read by the rules of this one. @returns null where none do */
export function rereadState(connection: ReadConnection): Reread | null {
  return STATE.get(connection) ?? null
}

const STORED = {
  id: customer.id,
  mergedInto: customer.merged_into,
  name: customer.name,
  pinyin: customer.pinyin,
  initials: customer.initials,
}

const STORED_IN = read(
  STORED,
  `SELECT id, merged_into AS mergedInto, name, pinyin, initials FROM customer WHERE id > ? AND id <= ? ORDER BY id`,
)

const PUT_NAME = write('UPDATE customer SET name = ?, pinyin = ?, initials = ? WHERE id = ?')
const ADVANCE = write('UPDATE search_reread SET done_to = ? WHERE id = 1')
const FINISH = write('DELETE FROM search_reread WHERE id = 1')

/**
 * Reads the next `size` records' names again (one dot, characters for radicals, every reading of the surname), with their
 * search keys. To run in one transaction, which keeps how far it came: a program that is killed goes on behind the last
 * one. The keys of the older rules are among those of the newer, so a person is found at any time.
 * @returns how far it came; null when that was the end
 */
export function rereadNames(connection: Connection, { done, total }: Reread, size: number): Reread | null {
  const upTo = Math.min(done + size, total)
  for (const stored of STORED_IN.all(connection, done, upTo)) rereadOne(connection, stored)
  if (upTo < total) {
    ADVANCE.run(connection, upTo)
    return { done: upTo, total }
  }
  FINISH.run(connection)
  return null
}

function rereadOne(connection: Connection, stored: RowOf<typeof STORED>): void {
  const read = readName(stored.name)
  const name = read.ok ? read.name : stored.name
  const keys = nameKeys(name)
  const same = name === stored.name && keys.pinyin === stored.pinyin && keys.initials === stored.initials
  if (same && nameForms(name).length === 1 && otherLetterKeys(name, keys).length === 0) return
  const rootId = stored.mergedInto ?? stored.id
  const bucket = BUCKET.get(connection, rootId)?.bucket ?? NOT_INDEXED
  removeSearchKeys(connection, [rootId])
  if (!same) PUT_NAME.run(connection, name, keys.pinyin, keys.initials, stored.id)
  if (bucket !== NOT_INDEXED) placeSearchKeys(connection, [{ rootId, from: NOT_INDEXED, bucket }])
}

const BUCKET = read(
  { bucket: customer.search_bucket },
  'SELECT search_bucket AS bucket FROM customer WHERE id = ?',
)
