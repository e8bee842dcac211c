import type { ReactNode } from 'react'
import type { ListKind } from '../../shared/contract/followups.ts'
import { PrintedCustomers } from '../features/customers/sheet/printed-customers.tsx'
import { PrintedMorning } from '../features/followups/sheet/printed-morning.tsx'
import { PrintedSheet } from '../features/followups/sheet/printed-sheet.tsx'
import { sayNotLaidOut } from '../shared/print/use-laid-out.ts'
import { mountWindow } from './window-root.tsx'

const PAGES: Readonly<Record<ListKind, ReactNode>> = {
  daily: <PrintedSheet />,
  morning: <PrintedMorning />,
  customers: <PrintedCustomers />,
}

const asked = new URLSearchParams(window.location.search).get('kind')
const kind = asked === 'morning' || asked === 'customers' ? asked : 'daily'
mountWindow('sheet', PAGES[kind], { onFault: sayNotLaidOut })
