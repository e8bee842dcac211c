import { notifications } from '@mantine/notifications'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { SessionView } from '../../shared/contract/session.ts'
import { call, listen } from './bridge.ts'

type OpenSession = Extract<SessionView, { state: 'open' }>

const SessionContext = createContext<SessionView | null>(null)
const OpenContext = createContext<OpenSession | null>(null)

/** Follows the session, which the main process owns: it may lock while nobody touches this window. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [view, setView] = useState<SessionView | null>(null)
  useEffect(() => {
    const stop = listen('session', (next) => {
      // A toast speaks of what was done with a customer; it does not outlast the lock.
      if (next.state !== 'open') notifications.clean()
      setView(next)
    })
    void call('session.state', {}).then((first) => setView((known) => known ?? first))
    return stop
  }, [])
  return <SessionContext value={view}>{children}</SessionContext>
}

/** Null until the main process has answered for the first time. */
export function useSession(): SessionView | null {
  return useContext(SessionContext)
}

export function OpenSessionProvider({
  session,
  children,
}: {
  readonly session: OpenSession
  readonly children: ReactNode
}) {
  return <OpenContext value={session}>{children}</OpenContext>
}

/** The signed-in session; only for screens inside the frame. */
export function useOpenSession(): OpenSession {
  const session = useContext(OpenContext)
  if (session === null) throw new Error('useOpenSession outside of a signed-in screen')
  return session
}
