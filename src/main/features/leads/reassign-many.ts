import type { Published } from '../../../shared/contract/events/index.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ManyDone } from '../../../shared/contract/many.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { WriteContext } from '../../engine/context.ts'
import { handOverLead } from '../../records/leads/write-lead.ts'
import { counterStaff } from '../../records/staff/counter-staff.ts'
import { allOrNone } from '../../records/work/all-or-none.ts'
import { requireOwnLead } from './lead-row.ts'

/**
 * Hands several leads to one person, all of them or none; the promised dates stay.
 * @returns how many, or which rows stood in the way
 * @throws AppError `followups.ownerUnknown` for staff who are inactive or see no customers
 */
export function reassignMany(
  context: WriteContext,
  { leadUids, ownerNo }: ParsedInputOf<'leads.reassignMany'>,
): ManyDone {
  const { connection, staff } = context
  if (counterStaff(connection, ownerNo) === undefined) throw new AppError('followups.ownerUnknown')
  const found = allOrNone(leadUids, (uid) => requireOwnLead(connection, staff, uid))
  const rows = found.kind === 'all' ? found.rows : []
  for (const lead of rows) handOverLead(context, lead, ownerNo)
  context.about(...new Set(rows.flatMap(({ personUid }) => personUid ?? [])))
  context.note({ to: ownerNo, leads: rows.length })
  const moved = rows.map(({ uid, ownerNo: fromNo }) => ({ leadUid: uid, fromNo }))
  context.publish({ ownerNo, moved } satisfies Published<'leads.reassignMany'>)
  return { done: rows.length, refused: found.kind === 'none' ? found.refused : [] }
}
