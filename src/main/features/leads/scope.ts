import type { SessionStaff } from '../../../shared/contract/session.ts'
import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'

/** Whose leads are asked for, as a condition on `lead` with its values. */
export interface LeadScope {
  readonly condition: string
  readonly values: readonly string[]
}

/**
 * Who shares out the work sees the branch's leads or one colleague's; everybody sees their own and those they entered.
 * @throws Refusal `door.notAllowed`
 */
export function leadScope(
  caller: SessionStaff,
  { whose, ownerNo }: { readonly whose: 'mine' | 'entered' | 'branch'; readonly ownerNo: string | null },
): LeadScope {
  if (whose === 'entered') return { condition: 'lead.created_by = ?', values: [caller.no] }
  if (whose === 'mine') return { condition: 'lead.owner_no = ?', values: [caller.no] }
  if (!sharesOutWork(caller.role)) throw new Refusal('door.notAllowed')
  return ownerNo === null
    ? { condition: '1', values: [] }
    : { condition: 'lead.owner_no = ?', values: [ownerNo] }
}
