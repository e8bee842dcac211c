import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { type DueDate, dueFor } from '../../../shared/domain/work/cadence.ts'
import { isAsStrong } from '../../../shared/domain/work/lead.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { completeLead, strengthenLead } from '../../records/leads/write-lead.ts'
import type { KnownStranger } from './stranger.ts'

const { lead } = TABLES

const WISH_OF_LEAD = read(
  { state: lead.state, product: lead.product, level: lead.level },
  'SELECT state, product, level FROM lead WHERE id = ?',
)

/**
 * The stranger came again: the wish that speaks louder, or as loud, is the lead's from now on, the cadence starts anew
 * today (F2), and what is known of the number is completed. Both wishes stay in its history.
 * @returns the new next date
 */
export function strengthen(
  context: WriteContext,
  leadId: number,
  input: ParsedInputOf<'leads.save'>,
  stranger: KnownStranger,
): DueDate {
  const { connection, todayOn, settings, calendar } = context
  const earlier = WISH_OF_LEAD.get(connection, leadId)
  if (earlier === undefined) throw new AppError('leads.notFound')
  const { product, level } = isAsStrong(input.level, earlier.level) ? input : earlier
  const due = dueFor(level, todayOn, calendar, settings.cadence)
  strengthenLead(context, { id: leadId, state: earlier.state }, { product, level, due }, input)
  const { key } = stranger
  completeLead(context, leadId, stranger, key.kind === 'phone' ? key.key : null)
  return due
}
