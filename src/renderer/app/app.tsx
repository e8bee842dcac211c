import { lazy, Suspense, useEffect } from 'react'
import { Faulty } from '../features/session/faulty.tsx'
import { FirstRun } from '../features/session/first-run.tsx'
import { Locked } from '../features/session/locked.tsx'
import { SignIn } from '../features/session/sign-in.tsx'
import { OpenSessionProvider, useSession } from '../ipc/session.tsx'

const loadFrame = () => import('./frame.tsx')
/** Everything behind the sign-in: nobody who signs in has to wait for it to be read first. */
const Frame = lazy(async () => ({ default: (await loadFrame()).Frame }))

/** The workstation window: which of its faces the session calls for. */
export function App() {
  const session = useSession()
  const faced = session !== null
  // Read while somebody types a passphrase, after the first face was painted.
  useEffect(() => {
    if (!faced) return undefined
    const waiting = requestIdleCallback(() => void loadFrame())
    return () => cancelIdleCallback(waiting)
  }, [faced])
  switch (session?.state) {
    case undefined:
      return null
    case 'no-branch':
      return <FirstRun />
    case 'faulty':
      return <Faulty fault={session.fault} />
    case 'signed-out':
      return <SignIn branchName={session.branchName} />
    case 'locked':
      return <Locked staffName={session.staff.name} />
    case 'open':
      return (
        <OpenSessionProvider session={session}>
          <Suspense fallback={null}>
            <Frame />
          </Suspense>
        </OpenSessionProvider>
      )
  }
}
