/** How a customer is reached (F6). */
export const CHANNELS = ['face', 'phone', 'sms', 'email', 'app', 'wechat'] as const
export type Channel = (typeof CHANNELS)[number]

/** What came of a contact (F6). */
export const OUTCOMES = [
  'reached',
  'no-answer',
  'appointment',
  'interested',
  'converted',
  'refused',
  'not-now',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What can come of a contact that belongs to no intent: there is nothing that business done would end. */
export const OUTCOMES_WITHOUT_INTENT: readonly Outcome[] = OUTCOMES.filter(
  (outcome) => outcome !== 'converted',
)

/** Business done or refused ends an intent; every other outcome needs a next date (F1). */
export function closesIntent(outcome: Outcome): boolean {
  return outcome === 'converted' || outcome === 'refused'
}

/** A refusal closes the channel it was given on for marketing (F6); "not now" does not. */
export function closesChannel(outcome: Outcome): boolean {
  return outcome === 'refused'
}
