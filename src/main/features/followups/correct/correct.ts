import type { ParsedInputOf } from '../../../../shared/contract/index.ts'
import { AppError, type ErrorCode } from '../../../../shared/domain/branch/app-error.ts'
import type { Channel } from '../../../../shared/domain/work/contact.ts'
import { barTo, isMarketing, keepsAlive } from '../../../../shared/domain/work/contact-effects.ts'
import { type CorrectionFault, correctionFault } from '../../../../shared/domain/work/correction.ts'
import type { WriteContext } from '../../../engine/context.ts'
import { correctContact } from '../../../records/contacts/correct-contact.ts'
import { refreshFactsIn } from '../../../records/facts/refresh.ts'
import { recountEvidence } from '../../../records/intents/write-intent.ts'
import { prohibitionsOf } from '../../../records/people/prohibitions.ts'
import { refusalFor } from '../log-contact.ts'
import { type Correctable, requireCorrectable } from './correctable.ts'

/**
 * Corrects a contact and keeps what it said before (F6). Dates, the end of an intent and closed channels stay as they are;
 * what the words themselves count for is counted again: marketing, a visit, evidence of the intent.
 * @throws AppError `followups.notFound`, `followups.notYourContact`, `customers.notOpened`, `followups.nothingToCorrect`,
 * `followups.correctsConverted`, `followups.correctsRefused`, `followups.channelRefused`, `followups.marketingBlocked`
 */
export function correct(context: WriteContext, input: ParsedInputOf<'followups.correct'>): null {
  const { contactUid, channel, outcome, reason } = input
  const before = requireCorrectable(context, contactUid)
  const after = { channel, outcome, note: input.note ?? before.note }
  const fault = correctionFault(before, after)
  if (fault !== null) throw new AppError(CODES[fault])
  correctContact(context, before.id, { ...after, marketing: marketingOf(context, before, channel) }, reason)
  if (before.intentId !== null && keepsAlive(before.outcome) !== keepsAlive(outcome)) {
    recountEvidence(context, before.intentId)
  }
  refreshFactsIn(context, [before.personId])
  context.about(before.personUid)
  context.note({ channel, outcome, contactUid })
  return null
}

const CODES = {
  unchanged: 'followups.nothingToCorrect',
  converted: 'followups.correctsConverted',
  refused: 'followups.correctsRefused',
} as const satisfies Readonly<Record<CorrectionFault, ErrorCode>>

/** A contact that stays on its channel counts as it did; on another one it is as if it were recorded there. */
function marketingOf(
  { connection, todayOn }: WriteContext,
  { channel: before, marketing, personId }: Correctable,
  channel: Channel,
): boolean {
  if (channel === before) return marketing === 1
  const bar = barTo(prohibitionsOf(connection, personId, todayOn), channel)
  if (bar !== null) throw refusalFor(bar, channel)
  return isMarketing(channel)
}
