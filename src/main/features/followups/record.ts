import type { Published } from '../../../shared/contract/events/index.ts'
import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { closesChannel } from '../../../shared/domain/work/contact.ts'
import { endOf, keepsAlive } from '../../../shared/domain/work/contact-effects.ts'
import type { WriteContext } from '../../engine/context.ts'
import { refreshFactsIn } from '../../records/facts/refresh.ts'
import { nextDate } from '../../records/intents/next-date.ts'
import { closeIntent, keepIntentAlive, moveIntentDates } from '../../records/intents/write-intent.ts'
import { requirePerson } from '../../records/people/person.ts'
import { requireContactedIntent } from './contacted-intent.ts'
import { logContact } from './log-contact.ts'

type RecordInput = ParsedInputOf<'followups.record'>
type Recorded = ResultOf<'followups.record'>

/**
 * Records a contact (F6). About an open intent it is the end of the intent or its next date, so that it is never open
 * without one (F1). About a customer alone the same channels are barred and nothing else follows from it.
 * @throws AppError `followups.notFound`, `customers.notFound`, `intents.closed`, `followups.channelRefused`,
 * `followups.marketingBlocked`, `followups.nextDateInPast`, `call.badInput`
 */
export function record(context: WriteContext, input: RecordInput): Recorded {
  if (input.intentUid !== null) return recordAboutIntent(context, input.intentUid, input)
  if (input.customerUid !== null) return recordAboutCustomer(context, input.customerUid, input)
  throw new AppError('followups.notFound')
}

function recordAboutIntent(context: WriteContext, intentUid: string, input: RecordInput): Recorded {
  const intent = requireContactedIntent(context.connection, intentUid)
  const contactUid = logContact(
    context,
    { recordId: intent.recordId, personId: intent.personId, intentId: intent.id },
    input,
  )
  const end = endOf(input.outcome)
  const due = end === null ? nextDate(context, intent.level, input.nextOn) : null
  if (end !== null) closeIntent(context, intent.id, end)
  if (due !== null) moveIntentDates(context, intent.id, due)
  if (due !== null && keepsAlive(input.outcome)) keepIntentAlive(context, intent.id)
  refreshFactsIn(context, [intent.personId])
  const dates = { warnOn: due?.warnOn ?? null, nextOn: due?.dueOn ?? null }
  tell(context, input, { personUid: intent.personUid, contactUid, open: end === null, dates })
  return { open: end === null, nextOn: dates.nextOn, closedChannel: closesChannel(input.outcome) }
}

function recordAboutCustomer(context: WriteContext, customerUid: string, input: RecordInput): Recorded {
  const person = requirePerson(context.connection, customerUid)
  const contactUid = logContact(context, { recordId: person.id, personId: person.id, intentId: null }, input)
  refreshFactsIn(context, [person.id])
  const dates = { warnOn: null, nextOn: null }
  tell(context, input, { personUid: person.uid, contactUid, open: false, dates })
  return { open: false, nextOn: null, closedChannel: closesChannel(input.outcome) }
}

function tell(
  context: WriteContext,
  input: RecordInput,
  told: {
    readonly personUid: string
    readonly contactUid: string
    readonly open: boolean
    readonly dates: { readonly warnOn: string | null; readonly nextOn: string | null }
  },
): void {
  const { personUid, contactUid, open, dates } = told
  context.about(personUid)
  // By its uid the contact is corrected later, from the list of what one did today.
  context.note({ channel: input.channel, outcome: input.outcome, open, contactUid })
  context.publish({ ...input, ...dates, contactUid } satisfies Published<'followups.record'>)
}
