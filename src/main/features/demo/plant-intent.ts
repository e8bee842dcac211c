import type { WriteContext } from '../../engine/context.ts'
import type { PlannedIntent } from './first-day-plan.ts'
import { noonOf } from './noon-of.ts'

export interface IntentStaff {
  /** Who follows up. */
  readonly ownerNo: string
  /** Who heard it at the counter. */
  readonly flaggedBy: string
}

/** Writes one open intent with its evidence and the contact since, as a flag and a recorded contact would have. */
export function plantIntent(
  context: WriteContext,
  customerId: number,
  plan: PlannedIntent,
  staff: IntentStaff,
): void {
  const flaggedAt = noonOf(plan.flaggedOn)
  const outcome = context.connection
    .statement(
      `INSERT INTO intent (uid, customer_id, product, level, status, owner_no, warn_on, next_on, due_rule,
         last_evidence_on, created_by, created_at, updated_at)
       VALUES (?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      context.newUid(),
      customerId,
      plan.product,
      plan.level,
      staff.ownerNo,
      plan.due.warnOn,
      plan.due.dueOn,
      JSON.stringify(plan.due.rule),
      plan.flaggedOn,
      staff.flaggedBy,
      flaggedAt,
      flaggedAt,
    )
  const intentId = Number(outcome.lastInsertRowid)
  plantEvidence(context, intentId, plan, staff)
  plantContact(context, customerId, intentId, plan, staff)
}

function plantEvidence(
  context: WriteContext,
  intentId: number,
  { level, signals, note, flaggedOn }: PlannedIntent,
  { flaggedBy }: IntentStaff,
): void {
  context.connection
    .statement(
      `INSERT INTO intent_evidence (uid, intent_id, level, signals, note, on_date, at, staff_no)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      context.newUid(),
      intentId,
      level,
      JSON.stringify(signals),
      note,
      flaggedOn,
      noonOf(flaggedOn),
      flaggedBy,
    )
}

function plantContact(
  context: WriteContext,
  customerId: number,
  intentId: number,
  { contact }: PlannedIntent,
  { ownerNo }: IntentStaff,
): void {
  if (contact === null) return
  context.connection
    .statement(
      `INSERT INTO contact (uid, customer_id, intent_id, channel, outcome, marketing, note, on_date, at, staff_no)
       VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?)`,
    )
    .run(
      context.newUid(),
      customerId,
      intentId,
      contact.channel,
      contact.outcome,
      contact.note,
      contact.on,
      noonOf(contact.on),
      ownerNo,
    )
}
