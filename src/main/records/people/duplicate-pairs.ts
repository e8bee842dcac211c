import type { DuplicatePair } from '../../../shared/contract/customers.ts'
import type { Connection } from '../../engine/connection.ts'
import { write } from '../../engine/statement.ts'
import { RECORDS_OF_PERSON } from './person.ts'

/** Two records that may be one person, and what makes it look so (D2). */
export interface AlikeRecords {
  readonly oneId: number
  readonly otherId: number
  readonly reason: DuplicatePair['reason']
}

const INSERT_PAIR = write(
  `INSERT INTO duplicate_pair (uid, left_id, right_id, reason, import_id) VALUES (?, ?, ?, ?, ?)
   ON CONFLICT (left_id, right_id) DO NOTHING`,
)

/** Puts a pair into the review queue; one that was ever there, decided or not, stays as it is. */
export function insertPair(
  connection: Connection,
  { oneId, otherId, reason }: AlikeRecords,
  { uid, importId }: { readonly uid: string; readonly importId: number },
): void {
  INSERT_PAIR.run(connection, uid, Math.min(oneId, otherId), Math.max(oneId, otherId), reason, importId)
}

const INSERT_DIFFERENT = write(
  `INSERT INTO duplicate_pair (uid, left_id, right_id, reason, state, decided_by)
   VALUES (?, ?, ?, ?, 'different', ?) ON CONFLICT DO NOTHING`,
)

/** Keeps two records as different people without having asked, so that the next import does not join them. */
export function insertDifferentPair(
  connection: Connection,
  { oneId, otherId, reason }: AlikeRecords,
  { uid, by }: { readonly uid: string; readonly by: string },
): void {
  INSERT_DIFFERENT.run(connection, uid, Math.min(oneId, otherId), Math.max(oneId, otherId), reason, by)
}

const DECIDE_PAIR = write('UPDATE duplicate_pair SET state = ?, decided_by = ? WHERE uid = ?')

export function writeDecision(
  connection: Connection,
  pairUid: string,
  decision: 'same' | 'different',
  staffNo: string,
): void {
  DECIDE_PAIR.run(connection, decision, staffNo, pairUid)
}

const REOPEN_PAIR = write(`UPDATE duplicate_pair SET state = 'open', decided_by = NULL WHERE uid = ?`)

/** Nobody has answered the question. */
export function reopenPair(connection: Connection, pairUid: string): void {
  REOPEN_PAIR.run(connection, pairUid)
}

const CLOSE_PAIRS_WITHIN = write(
  `UPDATE duplicate_pair SET state = 'same', decided_by = ?
   WHERE state = 'open' AND left_id IN (${RECORDS_OF_PERSON}) AND right_id IN (${RECORDS_OF_PERSON})`,
)

/** Questions between records that are one person by now are answered. */
export function closePairsWithin(connection: Connection, rootId: number, staffNo: string): void {
  CLOSE_PAIRS_WITHIN.run(connection, staffNo, rootId, rootId, rootId, rootId)
}

const REOPEN_PAIRS_BETWEEN = write(
  `UPDATE duplicate_pair SET state = 'open', decided_by = NULL WHERE state = 'same'
   AND ((left_id = ? AND right_id IN (${RECORDS_OF_PERSON})) OR (right_id = ? AND left_id IN (${RECORDS_OF_PERSON})))`,
)

/**
 * Questions that were answered by a merge are open again once it is taken back.
 * @returns how many there were
 */
export function reopenPairsBetween(
  connection: Connection,
  rootId: number,
  separatedIds: readonly number[],
): number {
  return separatedIds.reduce(
    (count, id) =>
      count + REOPEN_PAIRS_BETWEEN.run(connection, id, rootId, rootId, id, rootId, rootId).changes,
    0,
  )
}

const DROP_OPEN_PAIRS_OF_IMPORT = write(
  `DELETE FROM duplicate_pair WHERE id > ? AND id <= ? AND import_id = ? AND state = 'open'`,
)

/** Takes back the questions of an import that nobody has decided yet, by their numbers; a decision is somebody's work. */
export function dropOpenPairsOfImport(
  connection: Connection,
  importId: number,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): void {
  DROP_OPEN_PAIRS_OF_IMPORT.run(connection, after, upTo, importId)
}
