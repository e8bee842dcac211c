import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { personOf } from '../../records/people/person.ts'

const { intent, customer } = TABLES

const CONTACTED = {
  id: intent.id,
  product: intent.product,
  level: intent.level,
  /** The record that the intent hangs on, which may be another's again one day. */
  recordId: intent.customer_id,
  /** The record that others were merged into. */
  personId: customer.id,
  personUid: customer.uid,
}

/** An open intent and the person who is contacted about it. */
export type ContactedIntent = RowOf<typeof CONTACTED>

const INTENT_BY_UID = read(
  { ...CONTACTED, status: intent.status },
  `SELECT intent.id, intent.product, intent.level, intent.status,
         intent.customer_id AS recordId, person.id AS personId, person.uid AS personUid
       FROM intent
       ${personOf('intent')}
       WHERE intent.uid = ?`,
)

/**
 * The open intent of that uid.
 * @throws AppError `followups.notFound`, or `intents.closed` for one that is no longer open
 */
export function requireContactedIntent(connection: ReadConnection, intentUid: string): ContactedIntent {
  const row = INTENT_BY_UID.get(connection, intentUid)
  if (row === undefined) throw new AppError('followups.notFound')
  if (row.status !== 'open') throw new AppError('intents.closed')
  return row
}
