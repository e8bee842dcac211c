import { Help } from '../features/help/help.tsx'
import { QuickLeadDialog } from '../features/leads/quick-lead-dialog.tsx'
import { useTakenShortcut } from '../features/strip/use-taken-shortcut.ts'
import { ArrivalWedge } from '../input/arrival-wedge.tsx'
import { useLostKeys } from '../input/lost-keys.ts'
import { useScanner } from '../input/scanner.ts'
import { useIdleTouch } from '../ipc/idle-touch.ts'
import { mayCall } from '../ipc/may-call.ts'
import { useOpenSession } from '../ipc/session.tsx'
import { NavigationProvider, useNavigation } from '../router/navigation.tsx'
import { SequenceProvider } from '../router/sequence.tsx'
import { RecentPeople } from '../shared/person/recent-people.tsx'
import classes from './frame.module.css'
import { Rail } from './rail.tsx'
import { ScreenArea } from './screen-area.tsx'
import { listsPeople } from './screens.tsx'
import { TopBar } from './top-bar.tsx'
import { WanderKeys } from './wander-keys.tsx'

/** The workstation: a bar above, the rail on the left, the screen in the middle, the person on the right. */
export function Frame() {
  useIdleTouch()
  useTakenShortcut()
  useLostKeys()
  const { staff } = useOpenSession()
  return (
    <NavigationProvider listsPeople={listsPeople}>
      <RecentPeople>
        <SequenceProvider>
          <WanderKeys />
          {mayCall(staff.role, 'followups.findRow') && <Scanner />}
          {mayCall(staff.role, 'arrivals.scan') && <ArrivalWedge />}
          <div className={classes.frame}>
            <TopBar />
            <Rail />
            <ScreenArea />
          </div>
          {mayCall(staff.role, 'leads.save') && <QuickLeadDialog />}
          <Help />
        </SequenceProvider>
      </RecentPeople>
    </NavigationProvider>
  )
}

/** A scanned row opens in the follow-ups, whatever is on the screen. */
function Scanner() {
  const { ask } = useNavigation()
  useScanner((barcode) => ask({ kind: 'row', barcode }))
  return null
}
