import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { integer, type RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'

const PERSON = {
  id: TABLES.customer.id,
  uid: TABLES.customer.uid,
  /** Who looks after the person, by the bank's own list; may name staff this branch does not have. */
  ownerNo: TABLES.customer.owner_no,
}

/** A person as everything hangs on: the record that stays when others were merged into it. */
export type Person = RowOf<typeof PERSON>

const PERSON_BEHIND = read(
  PERSON,
  `SELECT person.id, person.uid, person.owner_no AS ownerNo FROM customer AS record
   JOIN customer AS person ON person.id = coalesce(record.merged_into, record.id)
   WHERE record.uid = ?`,
)

/** The person behind any of their records; undefined for an unknown uid. */
export function personByUid(connection: ReadConnection, customerUid: string): Person | undefined {
  return PERSON_BEHIND.get(connection, customerUid)
}

/**
 * The records of a person, for `IN (…)`; both halves are seeks.
 * @param personId an expression of the query around it that gives the person's number; it is evaluated twice
 */
export function recordsOfPerson(personId: string): string {
  return `SELECT id FROM customer WHERE id = ${personId} UNION ALL SELECT id FROM customer WHERE merged_into = ${personId}`
}

/** The same where the person's number is bound: it takes it twice. */
export const RECORDS_OF_PERSON = recordsOfPerson('?')

/**
 * The person behind any of their records.
 * @throws AppError `customers.notFound`
 */
export function requirePerson(connection: ReadConnection, customerUid: string): Person {
  const person = personByUid(connection, customerUid)
  if (person === undefined) throw new AppError('customers.notFound')
  return person
}

const UIDS_OF_PERSON = read(
  { uid: TABLES.customer.uid },
  `SELECT uid FROM customer WHERE id IN (${RECORDS_OF_PERSON})`,
)

/** The uids of all records of a person, under any of which they may have been opened or seen. */
export function uidsOfPerson(connection: ReadConnection, personId: number): string[] {
  return UIDS_OF_PERSON.all(connection, personId, personId).map(({ uid }) => uid)
}

const { customer } = TABLES

const PEOPLE_BEHIND = read(
  { uid: customer.uid, personUid: customer.uid },
  `SELECT record.uid, person.uid AS personUid FROM json_each(?) AS asked
   JOIN customer AS record ON record.uid = asked.value
   JOIN customer AS person ON person.id = coalesce(record.merged_into, record.id)`,
)

const RECORDS_OF_PEOPLE = read(
  { personUid: customer.uid, uid: customer.uid },
  `SELECT person.uid AS personUid, record.uid FROM json_each(?) AS asked
   JOIN customer AS person ON person.uid = asked.value
   JOIN customer AS record ON record.id IN (${recordsOfPerson('person.id')})`,
)

/** The person behind each of some records, by uid. An unknown uid stands for itself, as a person who is not there any more. */
export function personUidsOf(
  connection: ReadConnection,
  uids: readonly string[],
): ReadonlyMap<string, string> {
  const rows = PEOPLE_BEHIND.all(connection, JSON.stringify(uids))
  const found = new Map(rows.map(({ uid, personUid }) => [uid, personUid]))
  return new Map(uids.map((uid) => [uid, found.get(uid) ?? uid]))
}

/** All records of each of some people, as uids. A person who is not there any more has the one uid. */
export function recordUidsOf(
  connection: ReadConnection,
  personUids: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const rows = RECORDS_OF_PEOPLE.all(connection, JSON.stringify(personUids))
  const byPerson = Map.groupBy(rows, ({ personUid }) => personUid)
  return new Map(
    personUids.map((uid) => [uid, byPerson.get(uid)?.map((record) => record.uid) ?? [uid]] as const),
  )
}

/** Tables whose rows hang on a record of a person; in the latter three they may hang on none. */
export type HungOnRecord =
  | 'contact'
  | 'intent'
  | 'prompt'
  | 'list_print_person'
  | 'lead'
  | 'referral'
  | 'visit'

/**
 * Joins for beside such a row: the record it hangs on (`holder`), and whose that is by now.
 * @param join `LEFT JOIN` where the row may hang on no record
 * @param as what the query calls the person
 */
export function personOf(
  table: HungOnRecord,
  join: 'JOIN' | 'LEFT JOIN' = 'JOIN',
  as: 'person' | 'customer' = 'person',
): string {
  return `${join} customer AS holder ON holder.id = ${table}.customer_id
    ${join} customer AS ${as} ON ${as}.id = coalesce(holder.merged_into, holder.id)`
}

const PERSON_OF_RECORD = read(
  { personId: integer },
  'SELECT coalesce(merged_into, id) AS personId FROM customer WHERE id = ?',
)

/** The number of the person that a record belongs to. */
export function personIdOf(connection: ReadConnection, recordId: number): number {
  return PERSON_OF_RECORD.get(connection, recordId)?.personId ?? recordId
}
