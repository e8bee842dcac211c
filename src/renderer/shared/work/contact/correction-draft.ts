import type { ContactToCorrect } from '../../../../shared/contract/contact-versions.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { CHANNELS, type Channel, type Outcome } from '../../../../shared/domain/work/contact.ts'
import { correctionFault } from '../../../../shared/domain/work/correction.ts'

/** A correction while it is being typed. */
export interface CorrectionDraft {
  readonly channel: Channel
  readonly outcome: Outcome
  readonly note: string
  readonly reason: string
}

/** What stands there is where a correction begins. */
export function firstCorrection({ channel, outcome, note }: ContactToCorrect): CorrectionDraft {
  return { channel, outcome, note, reason: '' }
}

/** Channels that it can be corrected to: the one it has, and where it was no refusal every one that is not barred. */
export function channelsToCorrect(contact: ContactToCorrect): readonly Channel[] {
  const { channel: stands, outcome, closedChannels } = contact
  return CHANNELS.filter(
    (channel) => channel === stands || (outcome !== 'refused' && !closedChannels.includes(channel)),
  )
}

/** What is sent for a draft; null while it says nothing else than the contact. A note that was left alone is not sent. */
export function correctionOf(
  contact: ContactToCorrect,
  { channel, outcome, note, reason }: CorrectionDraft,
): InputOf<'followups.correct'> | null {
  const typed = { channel, outcome, note: note.trim() }
  if (correctionFault({ ...contact, note: contact.note.trim() }, typed) !== null) return null
  if (!channelsToCorrect(contact).includes(channel)) return null
  const changed = typed.note !== contact.note.trim()
  return { contactUid: contact.uid, channel, outcome, note: changed ? typed.note : null, reason }
}
