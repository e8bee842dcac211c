import type { ScreenName } from '../../shared/domain/function-codes.ts'
import { AuditScreen } from '../features/audit/audit-screen.tsx'
import { CustomerPanel } from '../features/customers/customer-panel.tsx'
import { CustomersScreen } from '../features/customers/customers-screen.tsx'
import { FollowupsScreen } from '../features/followups/followups-screen.tsx'
import { ImportsScreen } from '../features/imports/imports-screen.tsx'
import { IntentsScreen } from '../features/intents/intents-screen.tsx'
import { LeadsScreen } from '../features/leads/leads-screen.tsx'
import { LobbyScreen } from '../features/lobby/lobby-screen.tsx'
import { ReferralsScreen } from '../features/referrals/referrals-screen.tsx'
import { SettingsScreen } from '../features/settings/settings-screen.tsx'
import { TrustScreen } from '../features/trust/trust-screen.tsx'
import classes from './frame.module.css'
import { useNavigation } from './navigation.tsx'
import { showsPeople } from './screens.ts'

const SCREEN: Readonly<Record<ScreenName, () => React.JSX.Element>> = {
  lobby: LobbyScreen,
  customers: CustomersScreen,
  intents: IntentsScreen,
  leads: LeadsScreen,
  followups: FollowupsScreen,
  referrals: ReferralsScreen,
  imports: ImportsScreen,
  settings: SettingsScreen,
  trust: TrustScreen,
  audit: AuditScreen,
}

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
          <CustomerPanel key={person} customerUid={person} />
        </aside>
      )}
    </div>
  )
}
