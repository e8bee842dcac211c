import { agree } from '../../../../shared/domain/imports/number-owner.ts'
import { readIdNumber } from '../../../../shared/domain/text/identity-number.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import { integer, type RowOf } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'

/** What tells whether two records are one person. */
export interface Identity {
  readonly name: string
  readonly birthOn: string | null
  readonly sex: string | null
  readonly idNumber: string | null
  /** Whether the number's check digit agrees and the record does not contradict it. */
  readonly idChecked: boolean
  readonly phone: string | null
}

/** A record that is in the table already. */
export interface StoredRecord {
  readonly id: number
  readonly rootId: number
}

type DuplicateReason = 'same-id' | 'same-phone' | 'same-name-and-birth'

export interface PossibleDuplicate {
  readonly rootId: number
  readonly reason: DuplicateReason
}

/** A phone or a name that more records share says nothing about who somebody is. Our own default. */
const MOST_SHARING = 20

/** A number on more records than this is a filler that happens to be valid, or an agent's. Our own default. */
const MOST_WITH_ONE_NUMBER = 3

const { customer } = TABLES

const CANDIDATE = {
  id: customer.id,
  rootId: integer,
  idNumber: customer.id_number,
  idChecked: customer.id_checked,
  name: customer.name,
  birthOn: customer.birth_on,
  sex: customer.sex,
  importId: customer.import_id,
}

type Candidate = RowOf<typeof CANDIDATE>

const FIRST_WHO = `SELECT id, coalesce(merged_into, id) AS rootId, id_number AS idNumber, id_checked AS idChecked,
    name, birth_on AS birthOn, sex, import_id AS importId
  FROM customer`

const SAME_NUMBER = read(CANDIDATE, `${FIRST_WHO} WHERE id_number = ? ORDER BY id LIMIT ${MOST_SHARING}`)
const SAME_PHONE = read(CANDIDATE, `${FIRST_WHO} WHERE phone = ? ORDER BY id LIMIT ${MOST_SHARING}`)
const SAME_NAME_AND_BIRTH = read(
  CANDIDATE,
  `${FIRST_WHO} WHERE name = ? AND birth_on = ? ORDER BY id LIMIT ${MOST_SHARING}`,
)

/** What a record's number says about who else it may be. */
export type NumberFinding =
  /** It has none that says who somebody is, or nobody else has it. */
  | { readonly kind: 'alone' }
  /** Somebody has it, and everything that both records say agrees. */
  | { readonly kind: 'same'; readonly rootId: number }
  /** Somebody has it of whom this record says something else: both may be right, so a person decides. */
  | {
      readonly kind: 'disputed'
      readonly rootIds: readonly number[]
      /** The number is verified as somebody else's. */
      readonly isOthers: boolean
    }
  /** So many have it that it says nothing. */
  | { readonly kind: 'filler' }

const ALONE = { kind: 'alone' } as const

/**
 * Who else has a record's resident number (D2). One person only where both numbers are verified and name, birth date and
 * sex agree or are not said; and not even then where one extract has the number on more than a few records.
 * @param at the record itself, where it is in the table already, and the run
 */
export function findByNumber(
  connection: ReadConnection,
  identity: Identity,
  { self, importId }: { readonly self: StoredRecord | null; readonly importId: number },
): NumberFinding {
  const { idNumber, idChecked } = identity
  if (idNumber === null || !(idChecked || isResident(idNumber))) return ALONE
  const found = SAME_NUMBER.all(connection, idNumber)
  const others = found.filter(({ id }) => id !== self?.id)
  if (others.length === 0) return ALONE
  const same = others.find((other) => idChecked && other.idChecked === 1 && agree(identity, other))
  const many = same === undefined ? others : others.filter((other) => other.importId === importId)
  if (many.length >= MOST_WITH_ONE_NUMBER) return { kind: 'filler' }
  if (same !== undefined) return { kind: 'same', rootId: same.rootId }
  const rootIds = new Set(others.map(({ rootId }) => rootId))
  if (self !== null) rootIds.delete(self.rootId)
  if (rootIds.size === 0) return ALONE
  return { kind: 'disputed', rootIds: [...rootIds], isOthers: others.some((other) => other.idChecked === 1) }
}

/** A number whose check digit agrees, whoever it belongs to; old ones in their new form, too. */
function isResident(number: string): boolean {
  const id = readIdNumber(number)
  return id.kind === 'resident' && id.checked
}

/**
 * Somebody who may be the same person by what is not a number, for a person to decide (D2): by phone, then by name and
 * birth date. Two records with different verified identity numbers are two people, whatever else they share.
 * @param self the record itself, which is in the table already
 */
export function possibleDuplicate(
  connection: ReadConnection,
  identity: Identity,
  self: StoredRecord,
): PossibleDuplicate | null {
  const { name, birthOn, phone } = identity
  const other = (candidate: Candidate) =>
    candidate.id !== self.id && candidate.rootId !== self.rootId && !contradicts(identity, candidate)
  const search = (candidates: typeof SAME_PHONE, ...values: string[]) =>
    candidates.all(connection, ...values).find(other)?.rootId
  const byPhone = phone === null ? undefined : search(SAME_PHONE, phone)
  if (byPhone !== undefined) return { rootId: byPhone, reason: 'same-phone' }
  const byName = birthOn === null ? undefined : search(SAME_NAME_AND_BIRTH, name, birthOn)
  return byName === undefined ? null : { rootId: byName, reason: 'same-name-and-birth' }
}

function contradicts(identity: Identity, candidate: Candidate): boolean {
  const bothVerified = identity.idChecked && candidate.idChecked === 1
  return bothVerified && identity.idNumber !== candidate.idNumber
}
