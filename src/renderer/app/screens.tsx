import type { JSX } from 'react'
import type { ScreenName } from '../../shared/domain/branch/function-codes.ts'
import { AuditScreen } from '../features/audit/audit-screen.tsx'
import { ChainCheck } from '../features/audit/chain-check.tsx'
import { ExportAll } from '../features/consents/export-register.tsx'
import { CustomersScreen } from '../features/customers/customers-screen.tsx'
import { FollowupsScreen } from '../features/followups/followups-screen.tsx'
import { HomeScreen } from '../features/home/home-screen.tsx'
import { ImportsScreen } from '../features/imports/imports-screen.tsx'
import { IntentsScreen } from '../features/intents/intents-screen.tsx'
import { LeadsScreen } from '../features/leads/leads-screen.tsx'
import { LobbyScreen } from '../features/lobby/lobby-screen.tsx'
import { PrivacyScreen } from '../features/privacy/privacy-screen.tsx'
import { AcceptanceReport } from '../features/prompts/acceptance-report.tsx'
import { ReferralsScreen } from '../features/referrals/referrals-screen.tsx'
import { RoutingRules } from '../features/referrals/routing/routing-rules.tsx'
import { SettingsScreen } from '../features/settings/settings-screen.tsx'

interface ScreenEntry {
  readonly Screen: () => JSX.Element
  /** It lists people and keeps the chosen one on its right. */
  readonly listsPeople: boolean
}

/** Every screen, once: who has it is said by its function code. Parts of one feature on another's screen are put in here. */
const SCREENS: Readonly<Record<ScreenName, ScreenEntry>> = {
  home: { Screen: HomeScreen, listsPeople: false },
  lobby: { Screen: LobbyScreen, listsPeople: true },
  customers: { Screen: CustomersScreen, listsPeople: true },
  intents: { Screen: () => <IntentsScreen report={<AcceptanceReport />} />, listsPeople: true },
  leads: { Screen: LeadsScreen, listsPeople: false },
  followups: { Screen: FollowupsScreen, listsPeople: true },
  referrals: { Screen: ReferralsScreen, listsPeople: true },
  imports: { Screen: ImportsScreen, listsPeople: false },
  settings: { Screen: () => <SettingsScreen routes={<RoutingRules />} />, listsPeople: false },
  privacy: {
    Screen: () => <PrivacyScreen chainCheck={<ChainCheck />} exportAll={<ExportAll />} />,
    listsPeople: false,
  },
  audit: { Screen: AuditScreen, listsPeople: false },
}

export function screenNamed(name: ScreenName): ScreenEntry['Screen'] {
  return SCREENS[name].Screen
}

/** Whether a screen has room for a person on its right. */
export function listsPeople(name: ScreenName): boolean {
  return SCREENS[name].listsPeople
}
