import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'
import { addEvidence } from '../../records/intents/evidence.ts'
import { openIntent } from '../../records/intents/write-intent.ts'
import type { PlannedContact, PlannedIntent } from './demo-day-plan.ts'
import { noonOf } from './noon-of.ts'

export interface IntentStaff {
  /** Who follows up. */
  readonly ownerNo: string
  /** Who heard it at the counter. */
  readonly flaggedBy: string
}

/** Writes one open intent with its evidence and the contact since, as a flag and a recorded contact would have. */
export function seedIntent(
  context: WriteContext,
  customerId: number,
  { product, level, signals, note, due, flaggedOn, contact }: PlannedIntent,
  { ownerNo, flaggedBy }: IntentStaff,
): void {
  const moment = { on: flaggedOn, at: noonOf(flaggedOn), by: flaggedBy }
  const { id } = openIntent(context, { customerId, product, level, ownerNo, due }, moment)
  addEvidence(context, id, { level, signals, note }, null, moment)
  if (contact !== null) seedContact(context, customerId, id, contact, ownerNo)
}

const ADD_CONTACT = write(
  `INSERT INTO contact (uid, customer_id, intent_id, channel, outcome, marketing, note, on_date, at, staff_no)
   VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?)`,
)

function seedContact(
  context: WriteContext,
  customerId: number,
  intentId: number,
  { on, channel, outcome, note }: PlannedContact,
  ownerNo: string,
): void {
  const uid = context.newUid()
  const at = noonOf(on)
  ADD_CONTACT.run(context.connection, uid, customerId, intentId, channel, outcome, note, on, at, ownerNo)
}
