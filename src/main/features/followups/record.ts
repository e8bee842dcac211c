import type { Published } from '../../../shared/contract/events/index.ts'
import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import { closesChannel } from '../../../shared/domain/work/contact.ts'
import { endOf, keepsAlive } from '../../../shared/domain/work/contact-effects.ts'
import type { WriteContext } from '../../engine/context.ts'
import { refreshFactsIn } from '../../records/facts/refresh.ts'
import { nextDate } from '../../records/intents/next-date.ts'
import { closeIntent, keepIntentAlive, moveIntentDates } from '../../records/intents/write-intent.ts'
import { requireContactedIntent } from './contacted-intent.ts'
import { logContact } from './log-contact.ts'

/**
 * Records a contact about an open intent (F6): the contact itself, then either the end of the intent or its next date,
 * so that it is never open without one (F1).
 * @throws AppError `followups.notFound`, `intents.closed`, `followups.channelRefused`, `followups.marketingBlocked`,
 * `followups.nextDateInPast`, `call.badInput`
 */
export function record(
  context: WriteContext,
  input: ParsedInputOf<'followups.record'>,
): ResultOf<'followups.record'> {
  const intent = requireContactedIntent(context.connection, input.intentUid)
  const contactUid = logContact(context, intent, input)
  const end = endOf(input.outcome)
  const due = end === null ? nextDate(context, intent.level, input.nextOn) : null
  if (end !== null) closeIntent(context, intent.id, end)
  if (due !== null) moveIntentDates(context, intent.id, due)
  if (due !== null && keepsAlive(input.outcome)) keepIntentAlive(context, intent.id)
  refreshFactsIn(context, [intent.personId])
  const closedChannel = closesChannel(input.outcome)
  context.about(intent.personUid)
  context.note({ channel: input.channel, outcome: input.outcome, open: end === null })
  const dates = { warnOn: due?.warnOn ?? null, nextOn: due?.dueOn ?? null }
  context.publish({ ...input, ...dates, contactUid } satisfies Published<'followups.record'>)
  return { open: end === null, nextOn: due?.dueOn ?? null, closedChannel }
}
