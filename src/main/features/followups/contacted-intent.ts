import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type { Connection } from '../../engine/connection.ts'
import { personOf } from '../../records/people/person.ts'

/** An open intent and the person who is contacted about it. */
export interface ContactedIntent {
  readonly id: number
  readonly product: ProductCode
  readonly level: IntentLevel
  /** The record that others were merged into. */
  readonly personId: number
  readonly personUid: string
}

/**
 * The open intent of that uid.
 * @throws Refusal `followups.notFound`, or `intents.closed` for one that is no longer open
 */
export function requireContactedIntent(connection: Connection, intentUid: string): ContactedIntent {
  const row = connection
    .statement<ContactedIntent & { status: string }>(
      `SELECT intent.id, intent.product, intent.level, intent.status, person.id AS personId, person.uid AS personUid
       FROM intent
       ${personOf('intent')}
       WHERE intent.uid = ?`,
    )
    .get(intentUid)
  if (row === undefined) throw new Refusal('followups.notFound')
  if (row.status !== 'open') throw new Refusal('intents.closed')
  return row
}
