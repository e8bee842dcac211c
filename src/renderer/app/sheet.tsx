import type { ReactNode } from 'react'
import type { ListKind } from '../../shared/contract/followups.ts'
import { CustomersTable } from '../features/customers/sheet/customers-table.tsx'
import { PrintedMorning } from '../features/followups/sheet/printed-morning.tsx'
import { PrintedSheet } from '../features/followups/sheet/printed-sheet.tsx'
import { IntentsTable } from '../features/intents/sheet/intents-table.tsx'
import { LeadsTable } from '../features/leads/sheet/leads-table.tsx'
import { ReferralsTable } from '../features/referrals/sheet/referrals-table.tsx'
import { PrintedList } from '../shared/print/printed-list.tsx'
import { sayNotLaidOut } from '../shared/print/use-laid-out.ts'
import { mountWindow } from './window-root.tsx'

const list = (
  <PrintedList
    tables={{
      customers: CustomersTable,
      intents: IntentsTable,
      leads: LeadsTable,
      referrals: ReferralsTable,
    }}
  />
)

const PAGES: Readonly<Record<ListKind, ReactNode>> = {
  daily: <PrintedSheet />,
  morning: <PrintedMorning />,
  customers: list,
  intents: list,
  leads: list,
  referrals: list,
}

const asked = new URLSearchParams(window.location.search).get('kind')
const page = Object.entries(PAGES).find(([kind]) => kind === asked)?.[1] ?? PAGES.daily
mountWindow('sheet', page, { onFault: sayNotLaidOut })
