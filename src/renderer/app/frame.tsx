import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { Help } from '../features/help/help.tsx'
import { QuickLeadDialog } from '../features/leads/quick-lead-dialog.tsx'
import { useTakenShortcut } from '../features/strip/use-taken-shortcut.ts'
import { MyDay } from '../features/undo/my-day.tsx'
import { ArrivalWedge } from '../input/arrival-wedge.tsx'
import { useKeptFocus } from '../input/kept-focus.ts'
import { useScanner } from '../input/scanner.ts'
import { useIdleTouch } from '../ipc/idle-touch.ts'
import { mayCall } from '../ipc/may-call.ts'
import { useOpenSession } from '../ipc/session.tsx'
import { NavigationProvider, useSteps } from '../router/navigation.tsx'
import { SequenceProvider } from '../router/sequence.tsx'
import { UnsavedProvider, useAskBeforeClose } from '../router/unsaved.tsx'
import { RecentPeople } from '../shared/person/recent-people.tsx'
import { UndoWatch } from '../shared/undo/undo-watch.tsx'
import { openLayer } from '../ui/layers.ts'
import { UnsavedQuestion } from '../ui/unsaved-question.tsx'
import classes from './frame.module.css'
import { Rail } from './rail.tsx'
import { ScreenArea } from './screen-area.tsx'
import { listsPeople } from './screens.tsx'
import { TopBar } from './top-bar.tsx'
import { WanderKeys } from './wander-keys.tsx'

/** The workstation: a bar above, the rail on the left, the screen in the middle, the person on the right. */
export function Frame() {
  return (
    <UnsavedProvider Question={UnsavedQuestion}>
      <AskingFrame />
    </UnsavedProvider>
  )
}

function AskingFrame() {
  useAskBeforeClose()
  useIdleTouch()
  useTakenShortcut()
  useKeptFocus()
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
          {mayCall(staff.role, 'undo.take') && (
            <>
              <UndoWatch />
              <MyDay />
            </>
          )}
        </SequenceProvider>
      </RecentPeople>
    </NavigationProvider>
  )
}

const SCAN_WAITS = 'scan-refused'

/** A scanned row opens in the follow-ups, whatever is on the screen; not over a dialog, which is another person's. */
function Scanner() {
  const { t } = useTranslation()
  const { ask } = useSteps()
  useScanner((barcode) => {
    if (openLayer() === null) ask({ kind: 'row', barcode })
    else notifications.show({ id: SCAN_WAITS, color: 'orange', message: t('app.scanRefused') })
  })
  return null
}
