import { Refusal } from '../../../shared/domain/refusal.ts'
import type { Connection } from '../../engine/connection.ts'
import { type Person, personByUid } from '../../engine/reading/person.ts'

export interface KnownPerson extends Person {
  /** Of all records of the person, the root's first. */
  readonly uids: readonly string[]
}

/** The person behind a uid with all their records' uids. Throws `customers.notFound`. */
export function knownPerson(connection: Connection, customerUid: string): KnownPerson {
  const person = personByUid(connection, customerUid)
  if (person === undefined) throw new Refusal('customers.notFound')
  const merged = connection
    .statement<{ uid: string }>('SELECT uid FROM customer WHERE merged_into = ?')
    .all(person.id)
  return { ...person, uids: [person.uid, ...merged.map(({ uid }) => uid)] }
}
