import IconBuildingBank from '@tabler/icons-react/icons/IconBuildingBank'
import IconChecklist from '@tabler/icons-react/icons/IconChecklist'
import IconDatabaseImport from '@tabler/icons-react/icons/IconDatabaseImport'
import IconHome from '@tabler/icons-react/icons/IconHome'
import IconListSearch from '@tabler/icons-react/icons/IconListSearch'
import IconSettings from '@tabler/icons-react/icons/IconSettings'
import IconShare3 from '@tabler/icons-react/icons/IconShare3'
import IconShieldLock from '@tabler/icons-react/icons/IconShieldLock'
import IconTargetArrow from '@tabler/icons-react/icons/IconTargetArrow'
import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import type { ComponentType, JSX } from 'react'
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

/** What an icon of the set takes here; its colour is the text's. */
type Icon = ComponentType<{ readonly size: number; readonly stroke: number; readonly 'aria-hidden': true }>

interface ScreenEntry {
  /** Its sign in the rail, beside the word and never instead of it. */
  readonly Icon: Icon
  readonly Screen: () => JSX.Element
  /** It lists people and keeps the chosen one on its right. */
  readonly listsPeople: boolean
}

/** Every screen, once: who has it is said by its function code. Parts of one feature on another's screen are put in here. */
const SCREENS: Readonly<Record<ScreenName, ScreenEntry>> = {
  home: { Icon: IconHome, Screen: HomeScreen, listsPeople: false },
  lobby: { Icon: IconBuildingBank, Screen: LobbyScreen, listsPeople: true },
  customers: { Icon: IconUsers, Screen: CustomersScreen, listsPeople: true },
  intents: {
    Icon: IconTargetArrow,
    Screen: () => <IntentsScreen report={<AcceptanceReport />} />,
    listsPeople: true,
  },
  leads: { Icon: IconUserPlus, Screen: LeadsScreen, listsPeople: false },
  followups: { Icon: IconChecklist, Screen: FollowupsScreen, listsPeople: true },
  referrals: { Icon: IconShare3, Screen: ReferralsScreen, listsPeople: true },
  imports: { Icon: IconDatabaseImport, Screen: ImportsScreen, listsPeople: false },
  settings: {
    Icon: IconSettings,
    Screen: () => <SettingsScreen routes={<RoutingRules />} />,
    listsPeople: false,
  },
  privacy: {
    Icon: IconShieldLock,
    Screen: () => <PrivacyScreen chainCheck={<ChainCheck />} exportAll={<ExportAll />} />,
    listsPeople: false,
  },
  audit: { Icon: IconListSearch, Screen: AuditScreen, listsPeople: false },
}

export function screenNamed(name: ScreenName): ScreenEntry['Screen'] {
  return SCREENS[name].Screen
}

/** Whether a screen has room for a person on its right. */
export function listsPeople(name: ScreenName): boolean {
  return SCREENS[name].listsPeople
}

export function iconOf(name: ScreenName): Icon {
  return SCREENS[name].Icon
}
