import type { Connection } from '../connection.ts'

/** A person as everything hangs on: the record that stays when others were merged into it. */
export interface Person {
  readonly id: number
  readonly uid: string
  /** Who looks after the person, by the bank's own list; may name staff this branch does not have. */
  readonly ownerNo: string | null
}

/** The person behind any of their records; undefined for an unknown uid. */
export function personByUid(connection: Connection, customerUid: string): Person | undefined {
  return connection
    .statement<Person>(
      `SELECT person.id, person.uid, person.owner_no AS ownerNo FROM customer AS record
       JOIN customer AS person ON person.id = coalesce(record.merged_into, record.id)
       WHERE record.uid = ?`,
    )
    .get(customerUid)
}
