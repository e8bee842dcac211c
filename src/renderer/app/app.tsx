import { Faulty } from '../features/session/faulty.tsx'
import { FirstRun } from '../features/session/first-run.tsx'
import { Locked } from '../features/session/locked.tsx'
import { SignIn } from '../features/session/sign-in.tsx'
import { Frame } from './frame.tsx'
import { OpenSessionProvider, useSession } from './session.tsx'

/** The workstation window: which of its faces the session calls for. */
export function App() {
  const session = useSession()
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
          <Frame />
        </OpenSessionProvider>
      )
  }
}
