import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { dueFor } from '../../../shared/domain/cadence.ts'
import type { IntentLevel } from '../../../shared/domain/intent.ts'
import { isAsStrong, type LeadState } from '../../../shared/domain/lead.ts'
import type { ProductCode } from '../../../shared/domain/products.ts'
import { Refusal } from '../../../shared/domain/refusal.ts'
import type { WriteContext } from '../../engine/context.ts'
import { addStep } from '../../engine/leads/steps.ts'
import type { KnownStranger } from './stranger.ts'

interface Earlier {
  readonly state: LeadState
  readonly product: ProductCode
  readonly level: IntentLevel
}

/**
 * The stranger came again: the wish that speaks louder, or as loud, is the lead's from now on, the cadence starts anew
 * today (F2), and what is known of the number is completed. Both wishes stay in its history.
 */
export function strengthen(
  context: WriteContext,
  leadId: number,
  input: ParsedInputOf<'leads.save'>,
  stranger: KnownStranger,
): void {
  const { connection, nowAt, todayOn, settings, calendar } = context
  const earlier = connection
    .statement<Earlier>('SELECT state, product, level FROM lead WHERE id = ?')
    .get(leadId)
  if (earlier === undefined) throw new Refusal('leads.notFound')
  const { product, level } = isAsStrong(input.level, earlier.level) ? input : earlier
  const due = dueFor(level, todayOn, calendar, settings.cadence)
  connection
    .statement(
      `UPDATE lead SET product = ?, level = ?, warn_on = ?, next_on = ?, due_rule = ?, updated_at = ?,
         version = version + 1 WHERE id = ?`,
    )
    .run(product, level, due.warnOn, due.dueOn, JSON.stringify(due.rule), nowAt, leadId)
  complete(context, leadId, stranger)
  addStep(context, leadId, {
    kind: 'asked-again',
    state: earlier.state,
    note: input.note,
    detail: { product: input.product, level: input.level },
  })
  context.changed('lead')
}

/** A whole number is worth more than a tail, and becomes what the stranger is known by unless another lead has it. */
function complete(
  { connection }: WriteContext,
  leadId: number,
  { key, phone, phoneTail, ticket }: KnownStranger,
) {
  connection
    .statement(
      `UPDATE lead SET phone_tail = CASE WHEN phone IS NULL THEN coalesce(?, phone_tail) ELSE phone_tail END,
         phone = coalesce(phone, ?), ticket = coalesce(ticket, ?) WHERE id = ?`,
    )
    .run(phoneTail, phone, ticket, leadId)
  if (key.kind !== 'phone') return
  connection
    .statement(
      `UPDATE lead SET same_key = ? WHERE id = ? AND phone = ?
         AND NOT EXISTS (SELECT 1 FROM lead AS other WHERE other.same_key = ? AND other.closed_at IS NULL)`,
    )
    .run(key.key, leadId, phone, key.key)
}
