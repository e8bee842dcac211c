import { lazy, Suspense, useEffect } from 'react'
import type { SessionView } from '../../shared/contract/session.ts'
import { Faulty } from '../features/session/faulty.tsx'
import { FirstRun } from '../features/session/first-run.tsx'
import { keepStaffNo } from '../features/session/last-staff.ts'
import { Locked } from '../features/session/locked.tsx'
import { RenewPassphrase } from '../features/session/renew-passphrase.tsx'
import { SignIn } from '../features/session/sign-in.tsx'
import { useHeldAnswers } from '../ipc/held-answers.ts'
import { OpenSessionProvider, useKeptSession, useSession } from '../ipc/session.tsx'
import { SetAside } from '../ui/set-aside.tsx'

const loadFrame = () => import('./frame.tsx')
/** Everything behind the sign-in: nobody who signs in has to wait for it to be read first. */
const Frame = lazy(async () => ({ default: (await loadFrame()).Frame }))

/** The workstation window: which of its faces the session calls for. */
export function App() {
  const session = useSession()
  const kept = useKeptSession()
  const faced = session !== null
  // Read while somebody types a passphrase, after the first face was painted.
  useEffect(() => {
    if (!faced) return undefined
    const waiting = requestIdleCallback(() => void loadFrame())
    return () => cancelIdleCallback(waiting)
  }, [faced])
  const staffNo = kept?.staff.no
  useEffect(() => {
    if (staffNo !== undefined) keepStaffNo(staffNo)
  }, [staffNo])
  const locked = session?.state === 'locked'
  useHeldAnswers(locked)
  return (
    <>
      {kept !== null && (
        <SetAside key={kept.staff.no} aside={locked}>
          <OpenSessionProvider session={kept}>
            <Suspense fallback={null}>
              <Frame />
            </Suspense>
          </OpenSessionProvider>
        </SetAside>
      )}
      <ClosedFace session={session} />
    </>
  )
}

/** What stands in the window while nobody works in it. */
function ClosedFace({ session }: { readonly session: SessionView | null }) {
  switch (session?.state) {
    case undefined:
    case 'open':
      return null
    case 'no-branch':
      return <FirstRun />
    case 'faulty':
      return <Faulty fault={session.fault} />
    case 'signed-out':
      return <SignIn branchName={session.branchName} />
    case 'passphrase-due':
      return <RenewPassphrase staff={session.staff} />
    case 'locked':
      return <Locked staffName={session.staff.name} />
  }
}
