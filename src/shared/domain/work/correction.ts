import type { Role } from '../branch/roles.ts'
import { type Channel, closesChannel, closesIntent, OUTCOMES, type Outcome } from './contact.ts'

/** What of a contact a correction may change. Who was contacted, about what and when stays. */
export interface ContactWords {
  readonly channel: Channel
  readonly outcome: Outcome
  readonly note: string
}

/**
 * Outcomes from which and to which a contact is corrected (F6): they end no intent and close no channel, and whichever of
 * them was recorded, the next date was set in the same way. So a correction among them moves nothing.
 */
const CORRECTABLE_OUTCOMES: readonly Outcome[] = OUTCOMES.filter(
  (outcome) => !closesIntent(outcome) && !closesChannel(outcome),
)

/**
 * Why a contact is not corrected so: nothing would be different, or the correction would say that business was done or
 * that the customer refused, or take it back. What these two brought about has its own ways back.
 */
export type CorrectionFault = 'unchanged' | 'converted' | 'refused'

/** What is against correcting a contact so; null where nothing is. The channel of a refusal is the one it closed. */
export function correctionFault(before: ContactWords, after: ContactWords): CorrectionFault | null {
  const sameOutcome = before.outcome === after.outcome
  const sameChannel = before.channel === after.channel
  if (sameOutcome && sameChannel && before.note === after.note) return 'unchanged'
  if (!sameOutcome && (closesChannel(before.outcome) || closesChannel(after.outcome))) return 'refused'
  if (!sameOutcome && (closesIntent(before.outcome) || closesIntent(after.outcome))) return 'converted'
  return !sameChannel && closesChannel(before.outcome) ? 'refused' : null
}

/** The outcomes that a contact of this outcome can be corrected to; itself is among them. */
export function outcomesToCorrect(outcome: Outcome): readonly Outcome[] {
  return CORRECTABLE_OUTCOMES.includes(outcome) ? CORRECTABLE_OUTCOMES : [outcome]
}

/** Who may correct a contact: whoever recorded it, and the head of the branch (our own default). */
export function mayCorrect(staff: { readonly no: string; readonly role: Role }, authorNo: string): boolean {
  return staff.no === authorNo || staff.role === 'head'
}
