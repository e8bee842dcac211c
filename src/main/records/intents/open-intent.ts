import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { personOf, RECORDS_OF_PERSON } from '../people/person.ts'
import { type Filled, filled } from '../work/filled.ts'

const { intent, customer } = TABLES

const INTENT = {
  id: intent.id,
  uid: intent.uid,
  level: intent.level,
  ownerNo: intent.owner_no,
  /** Who flagged it first. */
  createdBy: intent.created_by,
  warnOn: intent.warn_on,
  nextOn: intent.next_on,
  dueRule: intent.due_rule,
  lastEvidenceOn: intent.last_evidence_on,
}

/** What only a closed intent may be without. */
const OPEN_HAS = ['ownerNo', 'warnOn', 'nextOn'] as const

/** An intent as it stands in its row, while it is open. */
export type OpenIntentRecord = Filled<RowOf<typeof INTENT>, (typeof OPEN_HAS)[number]>

const COLUMNS = `intent.id, intent.uid, intent.level, intent.owner_no AS ownerNo, intent.created_by AS createdBy,
  intent.warn_on AS warnOn, intent.next_on AS nextOn, intent.due_rule AS dueRule,
  intent.last_evidence_on AS lastEvidenceOn`

const OPEN_INTENT_OF_PERSON = read(
  INTENT,
  `SELECT ${COLUMNS} FROM intent WHERE status = 'open' AND product = ? AND customer_id IN
         (${RECORDS_OF_PERSON})
       ORDER BY customer_id <> ?, id LIMIT 1`,
)

/**
 * The open intent of a person for a product. After a merge there can be one on each record; the one on the record that
 * stays is taken, then the oldest.
 * @param personId the record that others were merged into
 */
export function openIntentFor(
  connection: ReadConnection,
  personId: number,
  product: string,
): OpenIntentRecord | undefined {
  const row = OPEN_INTENT_OF_PERSON.get(connection, product, personId, personId, personId)
  return row === undefined ? undefined : filled(row, OPEN_HAS)
}

const OPEN_INTENT_NUMBERED = read(INTENT, `SELECT ${COLUMNS} FROM intent WHERE id = ? AND status = 'open'`)

/** The open intent of that number; undefined where it is closed by now. */
export function openIntentById(connection: ReadConnection, intentId: number): OpenIntentRecord | undefined {
  const row = OPEN_INTENT_NUMBERED.get(connection, intentId)
  return row === undefined ? undefined : filled(row, OPEN_HAS)
}

const INTENT_WITH_PERSON = read(
  { ...INTENT, status: intent.status, personUid: customer.uid },
  `SELECT ${COLUMNS}, intent.status, person.uid AS personUid FROM intent
       ${personOf('intent')}
       WHERE intent.uid = ?`,
)

/** An open intent with the uid of the person it is about. */
export type OpenIntentWithPerson = OpenIntentRecord & { readonly personUid: string }

/**
 * The open intent of that uid with the uid of the person it is about.
 * @throws AppError `intents.notFound`, or `intents.closed` for one that is no longer open
 */
export function requireOpenIntent(connection: ReadConnection, intentUid: string): OpenIntentWithPerson {
  const row = INTENT_WITH_PERSON.get(connection, intentUid)
  if (row === undefined) throw new AppError('intents.notFound')
  if (row.status !== 'open') throw new AppError('intents.closed')
  return filled(row, OPEN_HAS)
}
