import type { SessionStaff } from '../../../shared/contract/session.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'

type Scope = 'entered' | 'owned' | 'branch'

/** Whose leads are asked for, with the values of its condition. */
export interface LeadScope {
  readonly scope: Scope
  readonly values: readonly string[]
}

/**
 * One statement for each scope.
 * @param declare gets the condition on `lead`
 */
export function perScope<Statement>(
  declare: (condition: string) => Statement,
): Readonly<Record<Scope, Statement>> {
  return {
    entered: declare('lead.created_by = ?'),
    owned: declare('lead.owner_no = ?'),
    branch: declare('1'),
  }
}

/**
 * Who shares out the work sees the branch's leads or one colleague's; everybody sees their own and those they entered.
 * @throws AppError `call.notAllowed`
 */
export function leadScope(
  caller: SessionStaff,
  { whose, ownerNo }: { readonly whose: 'mine' | 'entered' | 'branch'; readonly ownerNo: string | null },
): LeadScope {
  if (whose === 'entered') return { scope: 'entered', values: [caller.no] }
  if (whose === 'mine') return { scope: 'owned', values: [caller.no] }
  if (!sharesOutWork(caller.role)) throw new AppError('call.notAllowed')
  return ownerNo === null ? { scope: 'branch', values: [] } : { scope: 'owned', values: [ownerNo] }
}
