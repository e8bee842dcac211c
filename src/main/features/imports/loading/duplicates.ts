import type { Connection } from '../../../engine/connection.ts'

/** What tells whether two records are one person. */
export interface Identity {
  readonly name: string
  readonly birthOn: string | null
  readonly idNumber: string | null
  /** Whether the number's check digit agrees. */
  readonly idChecked: boolean
  readonly phone: string | null
}

export type DuplicateReason = 'same-id' | 'same-phone' | 'same-name-and-birth'

export interface PossibleDuplicate {
  readonly rootId: number
  readonly reason: DuplicateReason
}

/** A phone or a name that more records share says nothing about who somebody is. Ours. */
const MOST_SHARING = 20

const SAME_ID = `SELECT id, coalesce(merged_into, id) AS rootId, id_number AS idNumber, id_checked AS idChecked
  FROM customer WHERE id_number = ? AND id_checked = 1 ORDER BY id LIMIT ${MOST_SHARING}`
const SAME_PHONE = `SELECT id, coalesce(merged_into, id) AS rootId, id_number AS idNumber, id_checked AS idChecked
  FROM customer WHERE phone = ? ORDER BY id LIMIT ${MOST_SHARING}`
const SAME_NAME_AND_BIRTH = `SELECT id, coalesce(merged_into, id) AS rootId, id_number AS idNumber, id_checked AS idChecked
  FROM customer WHERE name = ? AND birth_on = ? ORDER BY id LIMIT ${MOST_SHARING}`

interface Candidate {
  readonly id: number
  readonly rootId: number
  readonly idNumber: string | null
  readonly idChecked: 0 | 1 | null
}

/** The person that a new record surely is: one with the same verified identity number (D2). @returns the root record */
export function certainDuplicate(connection: Connection, identity: Identity): number | null {
  if (identity.idNumber === null || !identity.idChecked) return null
  return connection.statement<Candidate>(SAME_ID).get(identity.idNumber)?.rootId ?? null
}

/**
 * Somebody who may be the same person, for a person to decide (D2): by phone, then by name and birth date. Two records
 * with different verified identity numbers are two people, whatever else they share.
 * @param self the record itself, which is in the table already
 */
export function possibleDuplicate(
  connection: Connection,
  identity: Identity,
  self: { readonly id: number; readonly rootId: number },
): PossibleDuplicate | null {
  const { name, birthOn, idNumber, idChecked, phone } = identity
  const other = (candidate: Candidate) =>
    candidate.id !== self.id && candidate.rootId !== self.rootId && !contradicts(identity, candidate)
  const search = (text: string, ...values: string[]) =>
    connection
      .statement<Candidate>(text)
      .all(...values)
      .find(other)?.rootId
  const byId = idNumber !== null && idChecked ? search(SAME_ID, idNumber) : undefined
  if (byId !== undefined) return { rootId: byId, reason: 'same-id' }
  const byPhone = phone === null ? undefined : search(SAME_PHONE, phone)
  if (byPhone !== undefined) return { rootId: byPhone, reason: 'same-phone' }
  const byName = birthOn === null ? undefined : search(SAME_NAME_AND_BIRTH, name, birthOn)
  return byName === undefined ? null : { rootId: byName, reason: 'same-name-and-birth' }
}

function contradicts(identity: Identity, candidate: Candidate): boolean {
  const bothVerified = identity.idChecked && candidate.idChecked === 1
  return bothVerified && identity.idNumber !== candidate.idNumber
}

/** Puts two people into the review queue; a pair that was ever there, decided or not, stays as it is. */
export function queuePair(
  connection: Connection,
  pair: { readonly rootId: number; readonly otherId: number; readonly reason: DuplicateReason },
  origin: { readonly uid: string; readonly importId: number },
): void {
  const { rootId, otherId, reason } = pair
  connection
    .statement(
      `INSERT INTO duplicate_pair (uid, left_id, right_id, reason, import_id) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (left_id, right_id) DO NOTHING`,
    )
    .run(origin.uid, Math.min(rootId, otherId), Math.max(rootId, otherId), reason, origin.importId)
}
