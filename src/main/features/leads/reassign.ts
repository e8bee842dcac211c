import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { LeadLine } from '../../../shared/contract/leads.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { WriteContext } from '../../engine/context.ts'
import { handOverLead } from '../../records/leads/write-lead.ts'
import { counterStaff } from '../../records/staff/counter-staff.ts'
import { aboutLead, lineOf, requireOwnLead } from './lead-row.ts'

/**
 * Hands a lead to somebody else; the promised date stays. Who shares out work may hand on anyone's, others their own.
 * @throws AppError `leads.notFound`, `call.notAllowed`, `leads.closed`, `followups.ownerUnknown` for staff who are
 * inactive or see no customers
 */
export function reassign(
  context: WriteContext,
  { leadUid, ownerNo }: ParsedInputOf<'leads.reassign'>,
): LeadLine {
  const { connection, staff } = context
  const lead = requireOwnLead(connection, staff, leadUid)
  if (counterStaff(connection, ownerNo) === undefined) throw new AppError('followups.ownerUnknown')
  handOverLead(context, lead, ownerNo)
  aboutLead(context, lead)
  context.note({ from: lead.ownerNo, to: ownerNo })
  return lineOf(connection, lead.id)
}
