import type { ComparedPair, DuplicatePair } from '../../../../shared/contract/customers.ts'
import { Refusal } from '../../../../shared/domain/branch/refusal.ts'
import type { Connection } from '../../../engine/connection.ts'
import type { WriteContext } from '../../../engine/context.ts'
import { personIdOf, RECORDS_OF_PERSON } from '../../../records/people/person.ts'
import { readCustomerLine } from '../lists/customer-lines.ts'
import { maskedFields } from '../panel/fields.ts'
import { type PersonRecords, recordsOf } from '../panel/records.ts'
import { countViews } from '../panel/view-cap.ts'

export interface PairRow {
  readonly uid: string
  readonly reason: DuplicatePair['reason']
  readonly leftId: number
  readonly rightId: number
}

const OPEN_PAIRS = `SELECT uid, reason, left_id AS leftId, right_id AS rightId
  FROM duplicate_pair WHERE state = 'open' ORDER BY id LIMIT ?`

/** The review queue (D2), the oldest question first: both sides as masked lines. */
export function readDuplicates(
  connection: Connection,
  limit: number,
): { readonly pairs: readonly DuplicatePair[]; readonly open: number } {
  const pairs = connection
    .statement<PairRow>(OPEN_PAIRS)
    .all(limit)
    .flatMap((pair): DuplicatePair[] => {
      const left = sideOf(connection, pair.leftId)
      const right = sideOf(connection, pair.rightId)
      return left === null || right === null ? [] : [{ uid: pair.uid, reason: pair.reason, left, right }]
    })
  return { pairs, open: countOpen(connection) }
}

/** An open pair, or undefined where it was decided or never was. */
export function openPair(connection: Connection, uid: string): PairRow | undefined {
  return connection
    .statement<PairRow>(
      `SELECT uid, reason, left_id AS leftId, right_id AS rightId FROM duplicate_pair
       WHERE uid = ? AND state = 'open'`,
    )
    .get(uid)
}

function countOpen(connection: Connection): number {
  return (
    connection
      .statement<{ open: number }>(`SELECT count(*) AS open FROM duplicate_pair WHERE state = 'open'`)
      .get()?.open ?? 0
  )
}

function sideOf(connection: Connection, recordId: number): DuplicatePair['left'] | null {
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
  if (pair === undefined) throw new Refusal('customers.notFound')
  const [left, right] = [recordsAround(connection, pair.leftId), recordsAround(connection, pair.rightId)]
  countViews(context, [...new Set([left.root.uid, right.root.uid])])
  context.note({ reason: pair.reason })
  return { left: maskedFields(left.all), right: maskedFields(right.all) }
}

function recordsAround(connection: Connection, recordId: number): PersonRecords {
  const row = connection.statement<{ uid: string }>('SELECT uid FROM customer WHERE id = ?').get(recordId)
  if (row === undefined) throw new Refusal('customers.notFound')
  return recordsOf(connection, row.uid)
}

/** Opens a question again that was answered with "different people". Throws `customers.notFound` where it was not. */
export function reopenDifferent(context: WriteContext, pairUid: string): null {
  const { connection } = context
  const pair = connection
    .statement<{ leftId: number; rightId: number }>(
      `SELECT left_id AS leftId, right_id AS rightId FROM duplicate_pair WHERE uid = ? AND state = 'different'`,
    )
    .get(pairUid)
  if (pair === undefined) throw new Refusal('customers.notFound')
  connection
    .statement(`UPDATE duplicate_pair SET state = 'open', decided_by = NULL WHERE uid = ?`)
    .run(pairUid)
  const people = [pair.leftId, pair.rightId].map((id) => recordsAround(connection, id).root.uid)
  context.about(...new Set(people))
  context.changed('duplicate_pair')
  return null
}

/** Questions between records that are one person by now are answered. */
export function closePairsWithin(connection: Connection, rootId: number, staffNo: string): void {
  connection
    .statement(
      `UPDATE duplicate_pair SET state = 'same', decided_by = ?
       WHERE state = 'open' AND left_id IN (${RECORDS_OF_PERSON}) AND right_id IN (${RECORDS_OF_PERSON})`,
    )
    .run(staffNo, rootId, rootId, rootId, rootId)
}

/**
 * Questions that were answered by a merge are open again once it is taken back.
 * @returns how many there were
 */
export function reopenPairsBetween(
  connection: Connection,
  rootId: number,
  separatedIds: readonly number[],
): number {
  const reopen = connection.statement(
    `UPDATE duplicate_pair SET state = 'open', decided_by = NULL WHERE state = 'same'
     AND ((left_id = ? AND right_id IN (${RECORDS_OF_PERSON})) OR (right_id = ? AND left_id IN (${RECORDS_OF_PERSON})))`,
  )
  return separatedIds.reduce(
    (count, id) => count + reopen.run(id, rootId, rootId, id, rootId, rootId).changes,
    0,
  )
}
