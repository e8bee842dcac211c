import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { Prohibition } from '../../../shared/domain/consent/prohibitions.ts'
import type { Channel } from '../../../shared/domain/work/contact.ts'
import { closesChannel } from '../../../shared/domain/work/contact.ts'
import { barTo, isMarketing } from '../../../shared/domain/work/contact-effects.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'
import { prohibitionsOf } from '../../records/people/prohibitions.ts'
import type { ContactedIntent } from './contacted-intent.ts'

type RecordInput = ParsedInputOf<'followups.record'>

/**
 * Writes the contact, and the refusal where it was one (F6, P3). A barred contact is refused here with its reason, and
 * by the database whatever is said here. A customer's refusal is always taken, even on a channel that was barred: what
 * they said must never be lost, and it is not counted as marketing then.
 * @returns the contact's uid
 * @throws AppError `followups.channelRefused`, `followups.marketingBlocked`
 */
export function logContact(context: WriteContext, intent: ContactedIntent, input: RecordInput): string {
  const { channel, outcome } = input
  const bar = barTo(prohibitionsOf(context.connection, intent.personId, context.todayOn), channel)
  if (bar !== null && !closesChannel(outcome)) throw refusalFor(bar, channel)
  const uid = insertContact(context, intent, input, isMarketing(channel) && bar === null)
  if (closesChannel(outcome)) closeChannel(context, intent.personId, channel)
  return uid
}

const INSERT_CONTACT = write(
  `INSERT INTO contact (uid, customer_id, intent_id, channel, outcome, marketing, note, on_date, at, staff_no)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)

function insertContact(
  context: WriteContext,
  intent: ContactedIntent,
  { channel, outcome, note }: RecordInput,
  marketing: boolean,
): string {
  const { connection, nowAt, todayOn, staff } = context
  const uid = context.newUid()
  try {
    INSERT_CONTACT.run(
      connection,
      uid,
      intent.personId,
      intent.id,
      channel,
      outcome,
      marketing ? 1 : 0,
      note,
      todayOn,
      nowAt,
      staff.no,
    )
  } catch (error) {
    throw isChannelRefused(error) ? new AppError('followups.channelRefused', { channel }) : error
  }
  return uid
}

/** What the database's own rules against refused channels and withdrawn consents say. */
function isChannelRefused(error: unknown): boolean {
  return error instanceof Error && ['channel refused', 'consent withdrawn'].includes(error.message)
}

const INSERT_REFUSAL = write(
  'INSERT OR IGNORE INTO refusal (customer_id, channel, on_date, staff_no) VALUES (?, ?, ?, ?)',
)

/** The first refusal of a channel stands: its day is the one the customer is owed. */
function closeChannel(
  { connection, todayOn, staff }: WriteContext,
  personId: number,
  channel: Channel,
): void {
  INSERT_REFUSAL.run(connection, personId, channel, todayOn, staff.no)
}

function refusalFor(bar: Prohibition, channel: Channel): AppError {
  return bar.kind === 'opted-out'
    ? new AppError('followups.channelRefused', { channel })
    : new AppError('followups.marketingBlocked', { reason: bar.kind })
}
