import type { CustomerRow } from '../../../../shared/domain/imports/import-rows.ts'
import { nameKeys } from '../../../../shared/domain/text/person-name.ts'
import type { ReadConnection, SqlValue } from '../../../engine/connection.ts'
import { integer, type RowOf } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { NOT_INDEXED } from '../../../engine/search-index/keys.ts'
import { removeSearchKeys } from '../../../engine/search-index/writer.ts'
import { read } from '../../../engine/statement.ts'
import { insertPair } from '../../../records/people/duplicate-pairs.ts'
import { personIdOf } from '../../../records/people/person.ts'
import type { RecordPlace } from '../reading/run-keys.ts'
import { type ImportedColumn, KeyedTable, keyedStatements, type StoredRow } from './keyed-table.ts'
import type { RowProblemFound } from './load-problem.ts'
import type { LoadSession, RowWriter } from './session.ts'

/** In the order of `valuesOf`. */
const COLUMNS: readonly ImportedColumn[] = [
  { name: 'name', field: 'name' },
  { name: 'pinyin', field: 'name', sticky: true },
  { name: 'initials', field: 'name', sticky: true },
  { name: 'birth_on', field: 'birthOn' },
  { name: 'sex', field: 'sex', fallback: 'unknown' },
  { name: 'id_number', field: 'idNumber' },
  { name: 'id_checked', field: 'idNumber' },
  { name: 'phone', field: 'phone' },
  { name: 'phone_entries', field: 'phone' },
  { name: 'occupation', field: 'occupation' },
  { name: 'employer', field: 'employer' },
  { name: 'industry', field: 'industry' },
  { name: 'address', field: 'address' },
  { name: 'housing', field: 'housing' },
  { name: 'income_fen', field: 'income' },
  { name: 'marriage', field: 'marriage' },
  { name: 'education', field: 'education' },
  { name: 'family', field: 'family' },
  { name: 'risk_grade', field: 'riskGrade' },
  { name: 'risk_assessed_on', field: 'riskAssessedOn' },
  { name: 'risk_expires_on', field: 'riskExpiresOn' },
  { name: 'channel_preference', field: 'channelPreference' },
  { name: 'hobbies', field: 'hobbies' },
  { name: 'leaning', field: 'leaning' },
  { name: 'household_no', field: 'householdNo' },
  { name: 'owner_no', field: 'ownerStaffNo' },
]

const ON_INSERT = ['created_at', 'search_bucket', 'merged_into', 'merge_reason'] as const
const CUSTOMERS = keyedStatements({
  table: 'customer',
  key: 'customer_no',
  columns: COLUMNS,
  stamps: ['source'],
  onInsert: ON_INSERT,
})
const NAME_COLUMN = 0
/** A person is searched by these; the keys must go before the row changes. */
const SEARCHED: readonly string[] = ['name', 'phone', 'phone_entries', 'id_number']
/** A change here can make two records look like one person. */
const IDENTIFYING: readonly string[] = [...SEARCHED, 'birth_on']

/** Writes customers and finds out who is the same person (D2). The search keys follow when the import is summarised. */
export class CustomerWriter implements RowWriter<CustomerRow> {
  readonly entity = 'customers'
  readonly sliceRows = 250
  readonly #session: LoadSession
  readonly #table: KeyedTable

  constructor(session: LoadSession, mapped: readonly string[]) {
    this.#session = session
    this.#table = new KeyedTable(session, CUSTOMERS, mapped, [session.source])
  }

  write(row: CustomerRow): RowProblemFound | null {
    const first = this.#session.files.meet(row.key, row.line)
    const stored = this.#table.find(row.key)
    if (stored !== undefined) return this.#change(row, stored, first)
    this.#add(row)
    return null
  }

  #add(row: CustomerRow): void {
    const { connection, counts, nowAt, touched } = this.#session
    const rootId = certainDuplicate(connection, row)
    // The new record brings new keys to the person that it is merged into.
    if (rootId !== null) removeSearchKeys(connection, [rootId])
    const mergeReason = rootId === null ? null : 'same-id'
    const id = this.#table.insert(row.key, valuesOf(row, null), [nowAt, NOT_INDEXED, rootId, mergeReason])
    if (rootId === null) this.#review(row, { id, rootId: id })
    touched.add(rootId ?? id)
    counts.add(this.entity, rootId === null ? 'added' : 'merged')
  }

  /** @param first where the run met the key before; what it says there stands */
  #change(row: CustomerRow, stored: StoredRow, first: RecordPlace | null): RowProblemFound | null {
    const { connection, counts, files, touched } = this.#session
    const wanted = valuesOf(row, stored)
    const changed = this.#table.differences(stored, wanted)
    if (changed.length === 0) {
      if (first === null) counts.add(this.entity, 'unchanged')
      else counts.addRepeated(this.entity)
      return null
    }
    if (first !== null) return files.repeated(first)
    const rootId = personIdOf(connection, stored.id)
    if (changed.some((column) => SEARCHED.includes(column))) removeSearchKeys(connection, [rootId])
    this.#table.update(stored, wanted)
    if (changed.some((column) => IDENTIFYING.includes(column))) this.#review(row, { id: stored.id, rootId })
    touched.add(rootId)
    counts.add(this.entity, 'updated')
    return null
  }

  /** A known person is never merged by an import, even on the same number: somebody may be at work with either. */
  #review(row: CustomerRow, self: { readonly id: number; readonly rootId: number }): void {
    const { connection, run } = this.#session
    const found = possibleDuplicate(connection, row, self)
    if (found === null) return
    const alike = { oneId: self.rootId, otherId: found.rootId, reason: found.reason }
    insertPair(connection, alike, { uid: this.#session.newUid(), importId: run.id })
  }
}

/** @param stored where its name is the row's, the keys made of the name stay as they are */
function valuesOf(row: CustomerRow, stored: StoredRow | null): SqlValue[] {
  const keys = stored?.values[NAME_COLUMN] === row.name ? null : nameKeys(row.name)
  return [
    row.name,
    keys?.pinyin ?? null,
    keys?.initials ?? null,
    row.birthOn,
    row.sex,
    row.idNumber,
    row.idNumber === null ? null : Number(row.idChecked),
    row.phone,
    row.phoneEntries,
    row.occupation,
    row.employer,
    row.industry,
    row.address,
    row.housing,
    row.incomeFen,
    row.marriage,
    row.education,
    row.family,
    row.riskGrade,
    row.riskAssessedOn,
    row.riskExpiresOn,
    row.channelPreference,
    row.hobbies,
    row.leaning,
    row.householdNo,
    row.ownerStaffNo,
  ]
}

/** What tells whether two records are one person. */
interface Identity {
  readonly name: string
  readonly birthOn: string | null
  readonly idNumber: string | null
  /** Whether the number's check digit agrees. */
  readonly idChecked: boolean
  readonly phone: string | null
}

type DuplicateReason = 'same-id' | 'same-phone' | 'same-name-and-birth'

interface PossibleDuplicate {
  readonly rootId: number
  readonly reason: DuplicateReason
}

/** A phone or a name that more records share says nothing about who somebody is. Our own default. */
const MOST_SHARING = 20

const { customer } = TABLES

const CANDIDATE = {
  id: customer.id,
  rootId: integer,
  idNumber: customer.id_number,
  idChecked: customer.id_checked,
}

type Candidate = RowOf<typeof CANDIDATE>

const FIRST_WHO =
  'SELECT id, coalesce(merged_into, id) AS rootId, id_number AS idNumber, id_checked AS idChecked'

const SAME_ID = read(
  CANDIDATE,
  `${FIRST_WHO}
   FROM customer WHERE id_number = ? AND id_checked = 1 ORDER BY id LIMIT ${MOST_SHARING}`,
)
const SAME_PHONE = read(
  CANDIDATE,
  `${FIRST_WHO} FROM customer WHERE phone = ? ORDER BY id LIMIT ${MOST_SHARING}`,
)
const SAME_NAME_AND_BIRTH = read(
  CANDIDATE,
  `${FIRST_WHO} FROM customer WHERE name = ? AND birth_on = ? ORDER BY id LIMIT ${MOST_SHARING}`,
)

/** The person that a new record surely is: one with the same verified identity number (D2). @returns the root record */
function certainDuplicate(connection: ReadConnection, identity: Identity): number | null {
  if (identity.idNumber === null || !identity.idChecked) return null
  return SAME_ID.get(connection, identity.idNumber)?.rootId ?? null
}

/**
 * Somebody who may be the same person, for a person to decide (D2): by phone, then by name and birth date. Two records
 * with different verified identity numbers are two people, whatever else they share.
 * @param self the record itself, which is in the table already
 */
function possibleDuplicate(
  connection: ReadConnection,
  identity: Identity,
  self: { readonly id: number; readonly rootId: number },
): PossibleDuplicate | null {
  const { name, birthOn, idNumber, idChecked, phone } = identity
  const other = (candidate: Candidate) =>
    candidate.id !== self.id && candidate.rootId !== self.rootId && !contradicts(identity, candidate)
  const search = (candidates: typeof SAME_ID, ...values: string[]) =>
    candidates.all(connection, ...values).find(other)?.rootId
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
