import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import { type DueDate, dueFor } from '../../../shared/domain/work/cadence.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import { isAsStrong, type LeadState } from '../../../shared/domain/work/lead.ts'
import type { WriteContext } from '../../engine/context.ts'
import { completeLead, strengthenLead } from '../../records/leads/write-lead.ts'
import type { KnownStranger } from './stranger.ts'

interface Earlier {
  readonly state: LeadState
  readonly product: ProductCode
  readonly level: IntentLevel
}

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
  const earlier = connection
    .statement<Earlier>('SELECT state, product, level FROM lead WHERE id = ?')
    .get(leadId)
  if (earlier === undefined) throw new Refusal('leads.notFound')
  const { product, level } = isAsStrong(input.level, earlier.level) ? input : earlier
  const due = dueFor(level, todayOn, calendar, settings.cadence)
  strengthenLead(context, { id: leadId, state: earlier.state }, { product, level, due }, input)
  const { key } = stranger
  completeLead(context, leadId, stranger, key.kind === 'phone' ? key.key : null)
  return due
}
