import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { WriteContext } from '../../engine/context.ts'
import { requireOpenIntent } from './open-intent-row.ts'

/**
 * Ends an intent without a contact: business done elsewhere, the wish gone, or a mistake.
 * @throws Refusal `intents.notFound`, `intents.closed`
 */
export function close(
  context: WriteContext,
  { intentUid, outcome, note }: ParsedInputOf<'intents.close'>,
): null {
  const { connection, nowAt } = context
  const intent = requireOpenIntent(connection, intentUid)
  connection
    .statement(
      `UPDATE intent SET status = ?, closed_at = ?, closed_note = ?, updated_at = ?, version = version + 1
       WHERE id = ?`,
    )
    .run(outcome, nowAt, note, nowAt, intent.id)
  context.about(intent.personUid)
  context.note({ outcome })
  context.changed('intent')
  return null
}
