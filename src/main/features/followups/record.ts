import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import type { DueDate } from '../../../shared/domain/cadence.ts'
import { closesChannel } from '../../../shared/domain/contact.ts'
import { endOf, keepsAlive } from '../../../shared/domain/contact-effects.ts'
import type { WriteContext } from '../../engine/context.ts'
import { refreshFactsIn } from '../../engine/facts/refresh.ts'
import { nextDate } from '../../engine/next-date.ts'
import { type ContactedIntent, requireContactedIntent } from './contacted-intent.ts'
import { logContact } from './log-contact.ts'

/**
 * Records a contact about an open intent (F6): the contact itself, then either the end of the intent or its next date,
 * so that it is never open without one (F1).
 * @throws Refusal `followups.notFound`, `intents.closed`, `followups.channelRefused`, `followups.marketingBlocked`,
 * `followups.nextDateInPast`, `door.badInput`
 */
export function record(
  context: WriteContext,
  input: ParsedInputOf<'followups.record'>,
): ResultOf<'followups.record'> {
  const intent = requireContactedIntent(context.connection, input.intentUid)
  logContact(context, intent, input)
  const end = endOf(input.outcome)
  const due = end === null ? nextDate(context, intent.level, input.nextOn) : null
  if (end !== null) finish(context, intent, end)
  if (due !== null) goOn(context, intent, due, keepsAlive(input.outcome))
  refreshFactsIn(context, [intent.personId])
  const closedChannel = closesChannel(input.outcome)
  context.about(intent.personUid)
  context.note({ channel: input.channel, outcome: input.outcome, open: end === null })
  context.publish({ ...input, nextOn: due?.dueOn ?? null })
  context.changed('contact', 'intent', ...(closedChannel ? (['refusal'] as const) : []))
  return { open: end === null, nextOn: due?.dueOn ?? null, closedChannel }
}

function finish(
  { connection, nowAt }: WriteContext,
  { id }: ContactedIntent,
  end: 'converted' | 'lost',
): void {
  connection
    .statement(
      'UPDATE intent SET status = ?, closed_at = ?, updated_at = ?, version = version + 1 WHERE id = ?',
    )
    .run(end, nowAt, nowAt, id)
}

function goOn(
  { connection, nowAt, todayOn }: WriteContext,
  { id }: ContactedIntent,
  { warnOn, dueOn, rule }: DueDate,
  alive: boolean,
): void {
  connection
    .statement(
      `UPDATE intent SET warn_on = ?, next_on = ?, due_rule = ?,
         last_evidence_on = CASE WHEN ? THEN ? ELSE last_evidence_on END,
         updated_at = ?, version = version + 1
       WHERE id = ?`,
    )
    .run(warnOn, dueOn, JSON.stringify(rule), alive ? 1 : 0, todayOn, nowAt, id)
}
