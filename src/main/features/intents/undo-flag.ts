import type { Published } from '../../../shared/contract/events/index.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { canUndo, UNDO_WINDOW_MS } from '../../../shared/domain/work/undo-window.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { integer } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { type Evidence, evidenceOf, takeBackEvidence } from '../../records/intents/evidence.ts'
import { closeIntent, restoreIntent } from '../../records/intents/write-intent.ts'
import { personOf, recordsOfPerson } from '../../records/people/person.ts'
import { countEnquiry } from './count-enquiry.ts'

/**
 * Takes a flag back while its button is still on the screen: an intent that the flag created is marked as undone, one
 * that it strengthened is as it was before. Only who flagged can do it, and only while nothing was built upon it.
 * @throws AppError `intents.notFound`, `intents.closed`, `intents.undoTooLate`
 */
export function undoFlag(context: WriteContext, { undoToken }: ParsedInputOf<'intents.undoFlag'>): null {
  const { connection, nowAt } = context
  const evidence = evidenceOf(connection, undoToken, context.staff.no)
  if (evidence === undefined) throw new AppError('intents.notFound')
  const tooLate = evidence.undone || !canUndo(evidence.at, nowAt) || isBuiltUpon(connection, evidence)
  if (tooLate) throw new AppError('intents.undoTooLate', { seconds: UNDO_WINDOW_MS / 1000 })
  if (evidence.before === null) closeIntent(context, evidence.intentId, 'undone')
  else restoreIntent(context, evidence.intentId, evidence.before)
  takeBackEvidence(context, evidence.id)
  const intent = requireIntent(connection, evidence.intentId)
  countEnquiry(context, intent.personId, intent.product)
  context.about(intent.personUid)
  context.note({ created: evidence.before === null })
  context.publish({
    evidenceUid: undoToken,
    intentUid: intent.uid,
    ownerNo: evidence.before === null ? null : intent.ownerNo,
  } satisfies Published<'intents.undoFlag'>)
  return null
}

const BUILT_UPON = read(
  { found: integer },
  `SELECT 1 AS found FROM intent_evidence WHERE intent_id = ? AND id > ? AND undone_at IS NULL
       UNION ALL
       SELECT 1 FROM contact JOIN intent ON intent.id = contact.intent_id
       JOIN customer AS holder ON holder.id = intent.customer_id
       WHERE intent.id = ? AND contact.customer_id IN (${recordsOfPerson('coalesce(holder.merged_into, holder.id)')})
         AND contact.at >= ?
       UNION ALL
       SELECT 1 FROM referral JOIN intent ON intent.id = referral.intent_id
       JOIN customer AS holder ON holder.id = intent.customer_id
       WHERE intent.id = ? AND referral.customer_id IN (${recordsOfPerson('coalesce(holder.merged_into, holder.id)')})
         AND referral.offered_at >= ? AND referral.state <> 'withdrawn'
       LIMIT 1`,
)

/** A later flag, contact or referral rests on this one; taking it away from under them would tell a false story. */
function isBuiltUpon(connection: ReadConnection, { id, intentId, at }: Evidence): boolean {
  return BUILT_UPON.get(connection, intentId, id, intentId, at, intentId, at) !== undefined
}

const { intent, customer } = TABLES

const FLAGGED_INTENT = read(
  {
    uid: intent.uid,
    /** The table lets closed work be without one. */
    ownerNo: intent.owner_no,
    product: intent.product,
    personId: customer.id,
    personUid: customer.uid,
  },
  `SELECT intent.uid, intent.owner_no AS ownerNo, intent.product, person.id AS personId, person.uid AS personUid FROM intent
       ${personOf('intent')}
       WHERE intent.id = ?`,
)

function requireIntent(connection: ReadConnection, intentId: number) {
  const row = FLAGGED_INTENT.get(connection, intentId)
  if (row === undefined) throw new AppError('intents.notFound')
  return row
}
