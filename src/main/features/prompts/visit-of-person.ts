import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import type { Connection } from '../../engine/connection.ts'
import { RECORDS_OF_PERSON } from '../../records/people/person.ts'

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
