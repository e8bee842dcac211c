import type { Published } from '../../../shared/contract/events/index.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { LeadLine } from '../../../shared/contract/leads.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { DueDate } from '../../../shared/domain/work/cadence.ts'
import { isOpenLead, leadMoves } from '../../../shared/domain/work/lead.ts'
import type { WriteContext } from '../../engine/context.ts'
import { nextDate } from '../../records/intents/next-date.ts'
import { advanceLead, closeLead, type LeadEnd } from '../../records/leads/write-lead.ts'
import { momentOf } from '../../records/work/moment.ts'
import { aboutLead, type LeadRecord, lineOf, requireOwnLead } from './lead-row.ts'

type AdvanceInput = ParsedInputOf<'leads.advance'>

/**
 * Moves a lead along its pipeline (L8). While it stays open it gets a new next date, agreed or by the cadence (F1, F2).
 * @throws AppError `leads.notFound`, `call.notAllowed`, `leads.closed`, `leads.moveNotAllowed`, `leads.lostReasonMissing`,
 * `followups.nextDateInPast`
 */
export function advance(context: WriteContext, input: AdvanceInput): LeadLine {
  const { connection, staff } = context
  const lead = requireOwnLead(connection, staff, input.leadUid)
  if (!leadMoves(lead.state).includes(input.to)) throw new AppError('leads.moveNotAllowed')
  const due = move(context, lead, input)
  aboutLead(context, lead)
  context.note({ state: input.to, lostReason: input.to === 'lost' ? input.lostReason : null })
  const dates = { warnOn: due?.warnOn ?? null, nextOn: due?.dueOn ?? null }
  context.publish({ ...input, ...dates } satisfies Published<'leads.advance'>)
  return lineOf(connection, lead.id)
}

/** @returns the new next date; null where the lead ends */
function move(context: WriteContext, lead: LeadRecord, input: AdvanceInput): DueDate | null {
  const { to, note } = input
  const moment = momentOf(context)
  if (isOpenLead(to)) {
    const due = nextDate(context, lead.level, input.nextOn)
    advanceLead(context, lead.id, { state: to, due, note }, moment)
    return due
  }
  closeLead(context, lead.id, endOf(input), note, moment)
  return null
}

function endOf({ to, lostReason }: AdvanceInput): LeadEnd {
  if (to !== 'lost') return { state: 'converted' }
  if (lostReason === null) throw new AppError('leads.lostReasonMissing')
  return { state: 'lost', lostReason }
}
