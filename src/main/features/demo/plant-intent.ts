import type { WriteContext } from '../../engine/context.ts'
import { insertContact } from '../../records/contacts/write-contact.ts'
import { addEvidence } from '../../records/intents/evidence.ts'
import { openIntent } from '../../records/intents/write-intent.ts'
import type { PlannedIntent } from './demo-day-plan.ts'
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
  addEvidence(context, id, { level, signals, note, fromPrompt: null }, moment)
  if (contact === null) return
  const { on, ...said } = contact
  const called = { ...said, recordId: customerId, intentId: id, marketing: true }
  insertContact(context, called, { on, at: noonOf(on), by: ownerNo })
}
