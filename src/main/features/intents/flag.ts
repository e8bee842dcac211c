import type { Published } from '../../../shared/contract/events/index.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { FlaggedIntent } from '../../../shared/contract/intents.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { promptAnsweredBy } from '../../../shared/domain/prompts/prompts.ts'
import { type DueDate, dueFor } from '../../../shared/domain/work/cadence.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { requireWordsShown } from '../../records/consents/consent-text.ts'
import { recordAnswer } from '../../records/consents/record-consent.ts'
import { addEvidence } from '../../records/intents/evidence.ts'
import { readIntentLine } from '../../records/intents/intent-line.ts'
import { openIntentFor } from '../../records/intents/open-intent.ts'
import { openIntent, strengthenIntent } from '../../records/intents/write-intent.ts'
import { type Person, requirePerson } from '../../records/people/person.ts'
import { prohibitionsOf } from '../../records/people/prohibitions.ts'
import { acceptedPromptsOf } from '../../records/prompts/accepted-prompts.ts'
import { strangersVisit, visitById } from '../../records/visits/read-visits.ts'
import { recognise } from '../../records/visits/recognise.ts'
import { momentOf } from '../../records/work/moment.ts'
import { chooseOwner } from './choose-owner.ts'
import { countEnquiry } from './count-enquiry.ts'

type FlagInput = ParsedInputOf<'intents.flag'>

interface Placement {
  readonly ownerNo: string
  readonly due: DueDate
}

/**
 * Notes what a customer wants (L6, I1). A person has one open intent a product: a second flag adds evidence to it, its
 * level counts from now on and the cadence starts anew today (F2). Prohibitions do not stop a flag, because it is the
 * customer's own wish; they are told. Somebody who was being entered as a stranger is known from then on: what they
 * agreed to is theirs, and so is the visit they were entered from.
 * @throws AppError `customers.notFound`, `leads.consentOutdated`, `lobby.notFound`
 */
export function flag(context: WriteContext, input: FlagInput): FlaggedIntent {
  const { connection, todayOn, settings } = context
  const person = requirePerson(connection, input.customerUid)
  if (input.enteredAsStranger !== null) meet(context, person, input.enteredAsStranger)
  const before = openIntentFor(connection, person.id, input.product)
  const placement: Placement = {
    ownerNo: chooseOwner(connection, [before?.ownerNo ?? null, person.ownerNo], context.staff),
    due: dueFor(input.level, todayOn, context.calendar, settings.cadence),
  }
  const wish = { product: input.product, level: input.level, ...placement }
  const moment = momentOf(context)
  const intent = before ?? openIntent(context, { customerId: person.id, ...wish }, moment)
  if (before !== undefined) strengthenIntent(context, before.id, wish)
  const fromPrompt = promptAnsweredBy(input.product, acceptedPromptsOf(connection, person.id, todayOn))
  const evidenceUid = addEvidence(context, intent.id, { ...input, fromPrompt }, moment)
  countEnquiry(context, person.id, input.product)
  tell(context, input, person, {
    ...placement,
    intentUid: intent.uid,
    evidenceUid,
    fromPrompt,
    created: before === undefined,
  })
  return {
    intent: flagged(connection, intent.id, context),
    created: before === undefined,
    unpublished: !placement.due.rule.published,
    evidenceUid,
    prohibitions: prohibitionsOf(connection, person.id, todayOn),
  }
}

/** The customer behind a form for strangers: their answer to its words, and their place in the lobby. */
function meet(
  context: WriteContext,
  { id, uid }: Person,
  { consent, ...arrival }: NonNullable<FlagInput['enteredAsStranger']>,
): void {
  const { connection, todayOn } = context
  requireWordsShown(connection, consent)
  recordAnswer(context, { customerId: id }, consent)
  const visitId = strangersVisit(connection, arrival, todayOn)
  if (visitId === undefined || visitById(connection, visitId)?.personId !== null) return
  recognise(context, visitId, { personId: id, personUid: uid, leadId: null })
  context.changed('visit')
}

function tell(
  context: WriteContext,
  input: FlagInput,
  person: Person,
  {
    ownerNo,
    due,
    intentUid,
    evidenceUid,
    fromPrompt,
    created,
  }: Placement &
    Pick<Published<'intents.flag'>, 'intentUid' | 'evidenceUid' | 'fromPrompt'> & { created: boolean },
): void {
  context.about(person.uid)
  context.note({ product: input.product, level: input.level, created })
  const { warnOn, dueOn: nextOn } = due
  context.publish({
    ...input,
    intentUid,
    evidenceUid,
    fromPrompt,
    ownerNo,
    warnOn,
    nextOn,
  } satisfies Published<'intents.flag'>)
}

function flagged(connection: ReadConnection, intentId: number, { todayOn, settings }: WriteContext) {
  const line = readIntentLine(connection, intentId, todayOn, settings)
  if (line === undefined) throw new AppError('intents.notFound')
  return line.intent
}
