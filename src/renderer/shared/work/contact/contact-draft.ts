import type { InputOf } from '../../../../shared/contract/index.ts'
import {
  type Channel,
  closesChannel,
  closesIntent,
  type Outcome,
} from '../../../../shared/domain/work/contact.ts'

/** A contact while it is being typed. */
export interface ContactDraft {
  readonly channel: Channel
  readonly outcome: Outcome | null
  /** The day that was agreed on; null leaves it to the cadence. */
  readonly nextOn: string | null
  readonly note: string
}

/** An intent stays open, and so needs a next date (F1), unless the outcome ends it. */
export function needsNextDate(outcome: Outcome | null): boolean {
  return outcome !== null && !closesIntent(outcome)
}

/** Whether there is an outcome, and one that may be recorded on this channel: on a closed one, only a refusal. */
export function isReady({ channel, outcome }: ContactDraft, closedChannels: readonly Channel[]): boolean {
  if (outcome === null) return false
  return !closedChannels.includes(channel) || closesChannel(outcome)
}

/** What is sent for a draft; null while it is not ready. An outcome that ends the intent sends no date. */
export function recordOf(
  intentUid: string,
  draft: ContactDraft,
  closedChannels: readonly Channel[],
): InputOf<'followups.record'> | null {
  const { channel, outcome, nextOn, note } = draft
  if (outcome === null || !isReady(draft, closedChannels)) return null
  return { intentUid, channel, outcome, nextOn: needsNextDate(outcome) ? nextOn : null, note }
}
