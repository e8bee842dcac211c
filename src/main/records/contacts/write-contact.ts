import type { Channel, Outcome } from '../../../shared/domain/work/contact.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'
import type { Moment } from '../work/moment.ts'

export interface NewContact {
  /** The record of the person that the contact goes with, should a merge be taken back. */
  readonly recordId: number
  /** Null where the contact belongs to no intent. */
  readonly intentId: number | null
  readonly channel: Channel
  readonly outcome: Outcome
  /** Whether it was marketing, which the database refuses on a refused channel and after a withdrawn consent. */
  readonly marketing: boolean
  readonly note: string
}

const INSERT_CONTACT = write(
  `INSERT INTO contact (uid, customer_id, intent_id, channel, outcome, marketing, note, on_date, at, staff_no)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)

/**
 * Keeps a contact with a customer (F6).
 * @returns its uid
 */
export function insertContact(
  context: WriteContext,
  { recordId, intentId, channel, outcome, marketing, note }: NewContact,
  { on, at, by }: Moment,
): string {
  const uid = context.newUid()
  const said = [channel, outcome, marketing ? 1 : 0, note]
  INSERT_CONTACT.run(context.connection, uid, recordId, intentId, ...said, on, at, by)
  // The day of the last contact is kept with the facts, by which lists sort.
  context.changed('contact', 'customer_facts')
  return uid
}
