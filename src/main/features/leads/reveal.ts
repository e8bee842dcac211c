import type { Published } from '../../../shared/contract/events/index.ts'
import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { requireReason } from '../../../shared/domain/consent/reason.ts'
import { mayReveal } from '../../../shared/domain/customer/field-access.ts'
import type { WriteContext } from '../../engine/context.ts'
import { aboutLead, requireLead } from './lead-row.ts'

/**
 * A stranger's whole number in the clear, once, with the reason in the audit (P2). It is there only where they agreed to
 * be contacted.
 * @throws AppError `customers.reasonTooShort`, `customers.revealNotAllowed`, `leads.notFound`, `call.notAllowed`,
 * `leads.noPhone`
 */
export function reveal(
  context: WriteContext,
  { leadUid, reason }: ParsedInputOf<'leads.reveal'>,
): ResultOf<'leads.reveal'> {
  const { connection, staff } = context
  requireReason(reason)
  if (!mayReveal(staff.role, 'phone')) throw new AppError('customers.revealNotAllowed', { group: 'phone' })
  const lead = requireLead(connection, staff, leadUid)
  if (lead.phone === null) throw new AppError('leads.noPhone')
  aboutLead(context, lead)
  context.note({ reason })
  context.publish({ leadUid } satisfies Published<'leads.reveal'>)
  return { phone: lead.phone }
}
