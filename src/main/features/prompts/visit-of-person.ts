import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { RECORDS_OF_PERSON } from '../../records/people/person.ts'

const VISIT_OF_PERSON = read(
  { id: TABLES.visit.id },
  `SELECT id FROM visit WHERE uid = ? AND customer_id IN (${RECORDS_OF_PERSON})`,
)

/**
 * The visit of that uid, open or over.
 * @throws AppError `lobby.notFound` where there is none, or it is somebody else's by now
 */
export function visitOfPerson(connection: ReadConnection, personId: number, visitUid: string): number {
  const row = VISIT_OF_PERSON.get(connection, visitUid, personId, personId)
  if (row === undefined) throw new AppError('lobby.notFound')
  return row.id
}
