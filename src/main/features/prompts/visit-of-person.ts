import { Refusal } from '../../../shared/domain/refusal.ts'
import type { Connection } from '../../engine/connection.ts'
import { RECORDS_OF_PERSON } from '../../engine/reading/person.ts'

/** The visit in which a person is in the hall; null where they are not. */
export function openVisitOf(connection: Connection, personId: number): number | null {
  return (
    connection
      .statement<{ id: number }>(
        `SELECT id FROM visit WHERE customer_id IN (${RECORDS_OF_PERSON}) AND state IN ('waiting', 'serving')
         ORDER BY arrived_at DESC LIMIT 1`,
      )
      .get(personId, personId)?.id ?? null
  )
}

/**
 * The visit of that uid, open or over.
 * @throws Refusal `lobby.notFound` where there is none, or it is somebody else's by now
 */
export function visitOfPerson(connection: Connection, personId: number, visitUid: string): number {
  const row = connection
    .statement<{ id: number }>(`SELECT id FROM visit WHERE uid = ? AND customer_id IN (${RECORDS_OF_PERSON})`)
    .get(visitUid, personId, personId)
  if (row === undefined) throw new Refusal('lobby.notFound')
  return row.id
}
