import { notifications } from '@mantine/notifications'
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from 'react'
import type { SessionView } from '../../shared/contract/session.ts'
import { call, listen } from './bridge.ts'

export type OpenSession = Extract<SessionView, { state: 'open' }>

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

/**
 * The session that the screens work in: the open one, and while it is locked the one that was open before. Null as soon
 * as nobody is signed in, so that nothing of one person is there for the next.
 */
export function useKeptSession(): OpenSession | null {
  const session = useSession()
  const [kept, setKept] = useState<OpenSession | null>(null)
  const next = keptSession(kept, session)
  if (next !== kept) setKept(next)
  return next
}

/** What is kept of the session after it has become another. A page that is loaded while it is locked has nothing to keep. */
export function keptSession(kept: OpenSession | null, session: SessionView | null): OpenSession | null {
  if (session?.state === 'open') return session
  return session?.state === 'locked' && kept?.staff.no === session.staff.no ? kept : null
}

/** Does something as soon as the screen is no longer open to whoever was at it. */
export function useWhenClosed(act: () => void): void {
  const closed = useEffectEvent(act)
  useEffect(
    () =>
      listen('session', ({ state }) => {
        if (state !== 'open') closed()
      }),
    [],
  )
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
