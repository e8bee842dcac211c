import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { Prohibition } from '../../../shared/domain/consent/prohibitions.ts'
import type { Channel } from '../../../shared/domain/work/contact.ts'
import { closesChannel } from '../../../shared/domain/work/contact.ts'
import { barTo, isMarketing } from '../../../shared/domain/work/contact-effects.ts'
import type { WriteContext } from '../../engine/context.ts'
import { refuseChannel } from '../../records/consents/refuse-channel.ts'
import { insertContact } from '../../records/contacts/write-contact.ts'
import { prohibitionsOf } from '../../records/people/prohibitions.ts'
import { momentOf } from '../../records/work/moment.ts'

type RecordInput = ParsedInputOf<'followups.record'>

/** Who was contacted, and about which intent if about any. */
interface Contacted {
  /** The record that the contact goes with, should a merge be taken back. */
  readonly recordId: number
  readonly personId: number
  readonly intentId: number | null
}

/**
 * Writes the contact, and the refusal where it was one (F6, P3). A barred contact is refused here with its reason, and
 * by the database whatever is said here. A customer's refusal is always taken, even on a channel that was barred: what
 * they said must never be lost, and it is not counted as marketing then.
 * @returns the contact's uid
 * @throws AppError `followups.channelRefused`, `followups.marketingBlocked`
 */
export function logContact(context: WriteContext, contacted: Contacted, input: RecordInput): string {
  const { channel, outcome } = input
  const bar = barTo(prohibitionsOf(context.connection, contacted.personId, context.todayOn), channel)
  if (bar !== null && !closesChannel(outcome)) throw refusalFor(bar, channel)
  const uid = insert(context, contacted, input, isMarketing(channel) && bar === null)
  if (closesChannel(outcome)) refuseChannel(context, contacted.personId, channel)
  return uid
}

function insert(
  context: WriteContext,
  { intentId, recordId }: Contacted,
  { channel, outcome, note }: RecordInput,
  marketing: boolean,
): string {
  const contact = { recordId, intentId, channel, outcome, marketing, note }
  try {
    return insertContact(context, contact, momentOf(context))
  } catch (error) {
    throw isChannelRefused(error) ? new AppError('followups.channelRefused', { channel }) : error
  }
}

/** What the database's own rules against refused channels and withdrawn consents say. */
function isChannelRefused(error: unknown): boolean {
  return error instanceof Error && ['channel refused', 'consent withdrawn'].includes(error.message)
}

/** Why a contact on a barred channel is not taken. */
export function refusalFor(bar: Prohibition, channel: Channel): AppError {
  return bar.kind === 'opted-out'
    ? new AppError('followups.channelRefused', { channel })
    : new AppError('followups.marketingBlocked', { reason: bar.kind })
}
