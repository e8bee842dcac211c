import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { LeadLine } from '../../../shared/contract/leads.ts'
import { isOpenLead, leadMoves } from '../../../shared/domain/lead.ts'
import { Refusal } from '../../../shared/domain/refusal.ts'
import type { WriteContext } from '../../engine/context.ts'
import { addStep } from '../../engine/leads/steps.ts'
import { nextDate } from '../../engine/next-date.ts'
import { aboutLead, type LeadRecord, lineOf, requireOwnLead } from './lead-row.ts'

type AdvanceInput = ParsedInputOf<'leads.advance'>

/**
 * Moves a lead along its pipeline (L8). While it stays open it gets a new next date, agreed or by the cadence (F1, F2).
 * @throws Refusal `leads.notFound`, `door.notAllowed`, `leads.closed`, `leads.moveNotAllowed`, `leads.lostReasonMissing`,
 * `followups.nextDateInPast`
 */
export function advance(context: WriteContext, input: AdvanceInput): LeadLine {
  const { connection, staff } = context
  const lead = requireOwnLead(connection, staff, input.leadUid)
  if (!leadMoves(lead.state).includes(input.to)) throw new Refusal('leads.moveNotAllowed')
  if (input.to === 'lost' && input.lostReason === null) throw new Refusal('leads.lostReasonMissing')
  if (isOpenLead(input.to)) keepOpen(context, lead, input)
  else close(context, lead, input)
  addStep(context, lead.id, { kind: 'moved', state: input.to, note: input.note })
  aboutLead(context, lead)
  context.note({ state: input.to, lostReason: input.to === 'lost' ? input.lostReason : null })
  context.changed('lead')
  return lineOf(connection, lead.id)
}

function keepOpen(context: WriteContext, lead: LeadRecord, { to, nextOn }: AdvanceInput): void {
  const due = nextDate(context, lead.level, nextOn)
  context.connection
    .statement(
      `UPDATE lead SET state = ?, warn_on = ?, next_on = ?, due_rule = ?, updated_at = ?, version = version + 1
       WHERE id = ?`,
    )
    .run(to, due.warnOn, due.dueOn, JSON.stringify(due.rule), context.nowAt, lead.id)
}

function close(
  { connection, nowAt }: WriteContext,
  { id }: LeadRecord,
  { to, lostReason }: AdvanceInput,
): void {
  connection
    .statement(
      `UPDATE lead SET state = ?, lost_reason = ?, closed_at = ?, updated_at = ?, version = version + 1 WHERE id = ?`,
    )
    .run(to, to === 'lost' ? lostReason : null, nowAt, nowAt, id)
}
