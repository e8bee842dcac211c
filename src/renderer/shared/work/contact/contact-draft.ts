import type { OpenIntent } from '../../../../shared/contract/customers.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'
import {
  CHANNELS,
  type Channel,
  closesChannel,
  closesIntent,
  OUTCOMES,
  OUTCOMES_WITHOUT_INTENT,
  type Outcome,
} from '../../../../shared/domain/work/contact.ts'

/** How somebody was reached, or that nobody was: then it is a note. */
export const WAYS = [...CHANNELS, 'note'] as const
export type Way = Channel | 'note'

/** Who is written about, and what of theirs is open. */
export interface ContactSubject {
  readonly customerUid: string
  readonly intents: readonly OpenIntent[]
}

/** A contact while it is being typed. */
export interface ContactDraft {
  /** The intent that it belongs to; null for the customer alone. */
  readonly intentUid: string | null
  readonly way: Way
  readonly outcome: Outcome | null
  /** The day that was agreed on; null leaves it to the cadence. */
  readonly nextOn: string | null
  readonly note: string
}

/** What is sent for a draft. */
export type Recording =
  | { readonly kind: 'contact'; readonly input: InputOf<'followups.record'> }
  | { readonly kind: 'note'; readonly input: InputOf<'followups.note'> }

/** The newest first: whose last evidence is the latest, of two of a day the one that was opened later. */
export function newestFirst(intents: readonly OpenIntent[]): readonly OpenIntent[] {
  // An uid begins with its instant.
  const keyOf = ({ lastEvidenceOn, uid }: OpenIntent) => `${lastEvidenceOn} ${uid}`
  return [...intents].sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
}

/** Face to face is never barred, so there is always a channel to begin with; of several intents with the newest. */
export function firstDraft({ intents }: ContactSubject, closed: readonly Channel[]): ContactDraft {
  const way = CHANNELS.find((each) => !closed.includes(each)) ?? 'face'
  return { intentUid: newestFirst(intents)[0]?.uid ?? null, way, outcome: null, nextOn: null, note: '' }
}

/** What can have come of it: business is done about an intent. */
export function outcomesFor({ intentUid }: ContactDraft): readonly Outcome[] {
  return intentUid === null ? OUTCOMES_WITHOUT_INTENT : OUTCOMES
}

/** An intent stays open, and so needs a next date (F1), unless the outcome ends it. */
export function needsNextDate({ intentUid, way, outcome }: ContactDraft): boolean {
  return intentUid !== null && way !== 'note' && outcome !== null && !closesIntent(outcome)
}

/**
 * Whether it may be recorded. A note says something. A contact has an outcome, and one that may be recorded on its
 * channel: on a closed one, only a refusal.
 */
export function isReady(draft: ContactDraft, closedChannels: readonly Channel[]): boolean {
  const { way, outcome, note } = draft
  if (way === 'note') return note.trim() !== ''
  if (outcome === null || !outcomesFor(draft).includes(outcome)) return false
  return !closedChannels.includes(way) || closesChannel(outcome)
}

/** What is sent for a draft; null while it is not ready. An outcome that ends the intent sends no date. */
export function recordingOf(
  customerUid: string,
  draft: ContactDraft,
  closedChannels: readonly Channel[],
): Recording | null {
  if (!isReady(draft, closedChannels)) return null
  const { intentUid, way, outcome, note } = draft
  if (way === 'note') return { kind: 'note', input: { customerUid, note } }
  if (outcome === null) return null
  const nextOn = needsNextDate(draft) ? draft.nextOn : null
  const about = intentUid === null ? { customerUid } : { intentUid }
  return { kind: 'contact', input: { ...about, channel: way, outcome, nextOn, note } }
}
