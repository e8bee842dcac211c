import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type { Connection } from '../../engine/connection.ts'
import { personOf, RECORDS_OF_PERSON } from '../people/person.ts'

/** An intent as it stands in its row, while it is open. */
export interface OpenIntentRecord {
  readonly id: number
  readonly uid: string
  readonly level: IntentLevel
  readonly ownerNo: string
  /** Who flagged it first. */
  readonly createdBy: string
  readonly warnOn: string
  readonly nextOn: string
  readonly dueRule: string | null
  readonly lastEvidenceOn: string
}

const COLUMNS = `intent.id, intent.uid, intent.level, intent.owner_no AS ownerNo, intent.created_by AS createdBy,
  intent.warn_on AS warnOn, intent.next_on AS nextOn, intent.due_rule AS dueRule,
  intent.last_evidence_on AS lastEvidenceOn`

/**
 * The open intent of a person for a product. After a merge there can be one on each record; the one on the record that
 * stays is taken, then the oldest.
 * @param personId the record that others were merged into
 */
export function openIntentFor(
  connection: Connection,
  personId: number,
  product: string,
): OpenIntentRecord | undefined {
  return connection
    .statement<OpenIntentRecord>(
      `SELECT ${COLUMNS} FROM intent WHERE status = 'open' AND product = ? AND customer_id IN
         (${RECORDS_OF_PERSON})
       ORDER BY customer_id <> ?, id LIMIT 1`,
    )
    .get(product, personId, personId, personId)
}

/** The open intent of that number; undefined where it is closed by now. */
export function openIntentById(connection: Connection, intentId: number): OpenIntentRecord | undefined {
  return connection
    .statement<OpenIntentRecord>(`SELECT ${COLUMNS} FROM intent WHERE id = ? AND status = 'open'`)
    .get(intentId)
}

/**
 * The open intent of that uid with the uid of the person it is about.
 * @throws Refusal `intents.notFound`, or `intents.closed` for one that is no longer open
 */
export function requireOpenIntent(
  connection: Connection,
  intentUid: string,
): OpenIntentRecord & { readonly personUid: string } {
  const row = connection
    .statement<OpenIntentRecord & { personUid: string; status: string }>(
      `SELECT ${COLUMNS}, intent.status, person.uid AS personUid FROM intent
       ${personOf('intent')}
       WHERE intent.uid = ?`,
    )
    .get(intentUid)
  if (row === undefined) throw new Refusal('intents.notFound')
  if (row.status !== 'open') throw new Refusal('intents.closed')
  return row
}
