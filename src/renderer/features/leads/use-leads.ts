import { useState } from 'react'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { LeadRow, LeadSort } from '../../../shared/contract/leads.ts'
import { type Role, sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import { isOpenLead, type LeadSource, type LeadState } from '../../../shared/domain/work/lead.ts'
import { call } from '../../ipc/bridge.ts'
import type { CallError } from '../../ipc/call-error.ts'
import { usePages } from '../../ipc/operations.ts'
import type { ListOrder } from '../../shared/lists/order-choice.tsx'

export type Whose = NonNullable<InputOf<'leads.list'>['whose']>

/** Which leads are looked at. */
export interface LeadFilter {
  readonly whose: Whose
  /** One colleague among the branch's; null for all of them. */
  readonly ownerNo: string | null
  readonly state: 'open' | LeadState
  readonly source: LeadSource | null
  readonly product: ProductCode | null
  readonly level: IntentLevel | null
}

/** A teller's own work is what they entered, a manager's what they follow up, a lobby's the branch's. */
export function useLeadFilter(role: Role) {
  return useState<LeadFilter>({
    whose: firstOf(role),
    ownerNo: null,
    state: 'open',
    source: null,
    product: null,
    level: null,
  })
}

function firstOf(role: Role): Whose {
  if (sharesOutWork(role)) return 'branch'
  return role === 'teller' ? 'entered' : 'mine'
}

/** Whether open leads are looked at, which have an order to choose; closed ones stand as they were closed. */
export function isAboutOpen({ state }: LeadFilter): boolean {
  return state === 'open' || isOpenLead(state)
}

export function isNarrowed({ source, product, level }: LeadFilter): boolean {
  return source !== null || product !== null || level !== null
}

export interface Leads {
  readonly rows: readonly LeadRow[]
  readonly pending: boolean
  readonly error: CallError | null
  readMore(): void
}

/** The leads of a filter in their order, as far as they were scrolled. */
export function useLeads(asked: LeadFilter & ListOrder<LeadSort>): Leads {
  const pages = usePages('leads.list', asked, (cursor) => call('leads.list', { ...asked, cursor }))
  return {
    rows: pages.data?.pages.flatMap(({ leads }) => leads) ?? [],
    pending: pages.isPending,
    error: pages.error,
    readMore: () => {
      if (pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage()
    },
  }
}
