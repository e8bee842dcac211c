import { type DueDate, dueFor } from '../../../shared/domain/work/cadence.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type { WriteContext } from '../../engine/context.ts'
import { openIntentById } from '../../records/intents/open-intent.ts'
import { handOverIntent, moveIntentDates } from '../../records/intents/write-intent.ts'
import { openLeadById } from '../../records/leads/open-lead.ts'
import { handOverLead, moveLeadDates } from '../../records/leads/write-lead.ts'
import type { ReferralRecord } from '../../records/referrals/referral-record.ts'

/**
 * Gives the open intent or lead behind a referral to who accepted it. The date that was promised stays; one that has
 * passed is counted anew from today (F2), since nobody takes over work that was late before they had it.
 */
export function takeOver(context: WriteContext, { intentId, leadId, toNo }: ReferralRecord): void {
  if (intentId !== null) takeOverIntent(context, intentId, toNo)
  if (leadId !== null) takeOverLead(context, leadId, toNo)
}

function takeOverIntent(context: WriteContext, intentId: number, toNo: string): void {
  const intent = openIntentById(context.connection, intentId)
  if (intent === undefined) return
  handOverIntent(context, intentId, toNo)
  const due = countedAnew(context, intent)
  if (due !== null) moveIntentDates(context, intentId, due)
}

function takeOverLead(context: WriteContext, leadId: number, toNo: string): void {
  const lead = openLeadById(context.connection, leadId)
  if (lead === undefined) return
  handOverLead(context, lead, toNo)
  const due = countedAnew(context, lead)
  if (due !== null) moveLeadDates(context, leadId, due)
}

/** Null where the promised date is still to come. */
function countedAnew(
  { calendar, settings, todayOn }: WriteContext,
  { level, nextOn }: { readonly level: IntentLevel; readonly nextOn: string },
): DueDate | null {
  return nextOn < todayOn ? dueFor(level, todayOn, calendar, settings.cadence) : null
}
