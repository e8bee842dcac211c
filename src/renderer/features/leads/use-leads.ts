import { useState } from 'react'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { LeadLine } from '../../../shared/contract/leads.ts'
import { type Role, sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import type { LeadSource, LeadState } from '../../../shared/domain/work/lead.ts'
import { call } from '../../ipc/bridge.ts'
import type { CallError } from '../../ipc/call-error.ts'
import { usePages } from '../../ipc/operations.ts'

export type Whose = NonNullable<InputOf<'leads.list'>['whose']>

/** Which leads are looked at. */
export interface LeadFilter {
  readonly whose: Whose
  /** One colleague among the branch's; null for all of them. */
  readonly ownerNo: string | null
  readonly state: 'open' | LeadState
  readonly source: LeadSource | null
}

/** A teller's own work is what they entered, a manager's what they follow up, a lobby's the branch's. */
export function useLeadFilter(role: Role) {
  return useState<LeadFilter>({
    whose: firstOf(role),
    ownerNo: null,
    state: 'open',
    source: null,
  })
}

function firstOf(role: Role): Whose {
  if (sharesOutWork(role)) return 'branch'
  return role === 'teller' ? 'entered' : 'mine'
}

export interface Leads {
  readonly rows: readonly LeadLine[]
  readonly pending: boolean
  readonly error: CallError | null
  readMore(): void
}

/** The leads of a filter, as far as they were scrolled. */
export function useLeads(filter: LeadFilter): Leads {
  const pages = usePages('leads.list', filter, (cursor) => call('leads.list', { ...filter, cursor }))
  return {
    rows: pages.data?.pages.flatMap(({ leads }) => leads) ?? [],
    pending: pages.isPending,
    error: pages.error,
    readMore: () => {
      if (pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage()
    },
  }
}
