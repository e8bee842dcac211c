import type { ComparedPair, DuplicatePair } from '../../../../shared/contract/customers.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import type { WriteContext } from '../../../engine/context.ts'
import { integer, type RowOf } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import { reopenPair } from '../../../records/people/duplicate-pairs.ts'
import { personIdOf } from '../../../records/people/person.ts'
import { readCustomerLine } from '../lists/customer-lines.ts'
import { maskedFields } from '../panel/fields.ts'
import { type PersonRecords, recordsOf, uidOfRecord } from '../panel/records.ts'
import { countViews } from '../panel/view-cap.ts'

const { duplicate_pair } = TABLES

const PAIR = {
  uid: duplicate_pair.uid,
  reason: duplicate_pair.reason,
  leftId: duplicate_pair.left_id,
  rightId: duplicate_pair.right_id,
}

export type PairRow = RowOf<typeof PAIR>

const FROM_PAIR = 'SELECT uid, reason, left_id AS leftId, right_id AS rightId FROM duplicate_pair'

const OLDEST_OPEN_PAIRS = read(PAIR, `${FROM_PAIR} WHERE state = 'open' ORDER BY id LIMIT ?`)

const OPEN_PAIR = read(PAIR, `${FROM_PAIR} WHERE uid = ? AND state = 'open'`)

/** The review queue (D2), the oldest question first: both sides as masked lines. */
export function readDuplicates(
  connection: ReadConnection,
  limit: number,
): { readonly pairs: readonly DuplicatePair[]; readonly open: number } {
  const pairs = OLDEST_OPEN_PAIRS.all(connection, limit).flatMap((pair): DuplicatePair[] => {
    const left = sideOf(connection, pair.leftId)
    const right = sideOf(connection, pair.rightId)
    return left === null || right === null ? [] : [{ uid: pair.uid, reason: pair.reason, left, right }]
  })
  return { pairs, open: countOpen(connection) }
}

/** An open pair, or undefined where it was decided or never was. */
export function openPair(connection: ReadConnection, uid: string): PairRow | undefined {
  return OPEN_PAIR.get(connection, uid)
}

const COUNT_OF_OPEN = read(
  { open: integer },
  `SELECT count(*) AS open FROM duplicate_pair WHERE state = 'open'`,
)

function countOpen(connection: ReadConnection): number {
  return COUNT_OF_OPEN.get(connection)?.open ?? 0
}

function sideOf(connection: ReadConnection, recordId: number): DuplicatePair['left'] | null {
  const rootId = personIdOf(connection, recordId)
  return readCustomerLine(connection, rootId)
}

/**
 * Both sides of a question field beside field, masked; recorded as seeing both people, and counted against the day's cap
 * like opening them (P2). Throws `customers.notFound` for a pair that was decided already, `customers.viewCapReached`.
 */
export function comparePair(context: WriteContext, pairUid: string): ComparedPair {
  const { connection } = context
  const pair = openPair(connection, pairUid)
  if (pair === undefined) throw new AppError('customers.notFound')
  const [left, right] = [recordsAround(connection, pair.leftId), recordsAround(connection, pair.rightId)]
  countViews(context, [...new Set([left.root.uid, right.root.uid])])
  context.note({ reason: pair.reason })
  return { left: maskedFields(left.all), right: maskedFields(right.all) }
}

function recordsAround(connection: ReadConnection, recordId: number): PersonRecords {
  return recordsOf(connection, uidOfRecord(connection, recordId))
}

const SIDES_OF_DIFFERENT = read(
  { leftId: duplicate_pair.left_id, rightId: duplicate_pair.right_id },
  `SELECT left_id AS leftId, right_id AS rightId FROM duplicate_pair WHERE uid = ? AND state = 'different'`,
)

/** Opens a question again that was answered with "different people". Throws `customers.notFound` where it was not. */
export function reopenDifferent(context: WriteContext, pairUid: string): null {
  const { connection } = context
  const pair = SIDES_OF_DIFFERENT.get(connection, pairUid)
  if (pair === undefined) throw new AppError('customers.notFound')
  reopenPair(connection, pairUid)
  const people = [pair.leftId, pair.rightId].map((id) => recordsAround(connection, id).root.uid)
  context.about(...new Set(people))
  context.changed('duplicate_pair')
  return null
}
