import type { ScreenName } from '../../shared/domain/function-codes.ts'
import { AuditScreen } from '../features/audit/audit-screen.tsx'
import { ChainCheck } from '../features/audit/chain-check.tsx'
import { ConsentTab } from '../features/consents/consent-tab.tsx'
import { ExportAll } from '../features/consents/export-register.tsx'
import { CustomerPanel } from '../features/customers/customer-panel.tsx'
import { CustomersScreen } from '../features/customers/customers-screen.tsx'
import { FollowupsScreen } from '../features/followups/followups-screen.tsx'
import { ImportsScreen } from '../features/imports/imports-screen.tsx'
import { IntentsScreen } from '../features/intents/intents-screen.tsx'
import { LeadsScreen } from '../features/leads/leads-screen.tsx'
import { LobbyScreen } from '../features/lobby/lobby-screen.tsx'
import { AcceptanceReport } from '../features/prompts/acceptance-report.tsx'
import { PromptLines } from '../features/prompts/prompt-lines.tsx'
import { ReferralsScreen } from '../features/referrals/referrals-screen.tsx'
import { RoutingRules } from '../features/referrals/routing/routing-rules.tsx'
import { SettingsScreen } from '../features/settings/settings-screen.tsx'
import { TrustScreen } from '../features/trust/trust-screen.tsx'
import { useNavigation } from '../router/navigation.tsx'
import { showsPeople } from '../router/screens.ts'
import classes from './frame.module.css'

const SCREEN: Readonly<Record<ScreenName, () => React.JSX.Element>> = {
  lobby: LobbyScreen,
  customers: CustomersScreen,
  intents: () => <IntentsScreen report={<AcceptanceReport />} />,
  leads: LeadsScreen,
  followups: FollowupsScreen,
  referrals: ReferralsScreen,
  imports: ImportsScreen,
  settings: () => <SettingsScreen routes={<RoutingRules />} />,
  trust: () => <TrustScreen chainCheck={<ChainCheck />} exportAll={<ExportAll />} />,
  audit: AuditScreen,
}

/** What other features show of a person. */
const PANEL_PARTS = { Prompts: PromptLines, Consents: ConsentTab }

export function ScreenArea() {
  const { screen, customerUid } = useNavigation()
  const Screen = SCREEN[screen]
  const person = showsPeople(screen) ? customerUid : null
  return (
    <div className={classes.screen} data-person={person === null ? 'hidden' : 'shown'}>
      <main className={classes.middle}>
        <Screen />
      </main>
      {person !== null && (
        <aside className={classes.person}>
          <CustomerPanel key={person} customerUid={person} parts={PANEL_PARTS} />
        </aside>
      )}
    </div>
  )
}
