import { createContext, type ReactNode, useContext, useEffect, useMemo, useReducer } from 'react'
import type { ScreenName } from '../../shared/domain/branch/function-codes.ts'
import { listen } from '../ipc/bridge.ts'
import { useOpenSession } from '../ipc/session.tsx'
import {
  firstPlace,
  type Overlay,
  type Place,
  type Route,
  type ScreenParameters,
  type Step,
  takeStep,
} from './place.ts'
import type { Request, WaitingRequest } from './requests.ts'

interface Steps {
  /** Opens a screen by its name, as it was left. */
  open(screen: ScreenName): void
  /** Opens a screen with what it shows. */
  go(route: Route): void
  /** Lists what the text finds in the customers screen; an empty text goes back to the work lists. */
  search(text: string): void
  /** Shows a person on the right, or nobody. */
  choose(customerUid: string | null): void
  /**
   * The panel follows the selected row: another person's closes it, and Enter opens the row's own.
   * @param from whose row the cursor left by itself; only they go from the right then
   */
  followRow(from?: string): void
  /** Asks for something that is done once, by whichever screen takes it up (`useRequest`). */
  ask(request: Request): void
}

export interface Navigation
  extends Steps,
    Pick<Place, 'screen' | 'parameters' | 'customerUid' | 'besideOpen' | 'overlays'> {
  setOverlay(overlay: Overlay, shown: boolean): void
}

/** What was asked for; apart from the place, so that taking something up renders nothing but who waits for it. */
export interface Requests {
  readonly waiting: readonly WaitingRequest[]
  /** Says that a request is being done. */
  take(id: number): void
}

const NavigationContext = createContext<Navigation | null>(null)
const RequestsContext = createContext<Requests | null>(null)

/**
 * Knows where the signed-in person is, for everything inside.
 * @param props.listsPeople whether a screen has room for a person on its right
 */
export function NavigationProvider(props: {
  readonly listsPeople: (screen: ScreenName) => boolean
  readonly children: ReactNode
}) {
  const { listsPeople, children } = props
  const { staff } = useOpenSession()
  const [place, step] = useReducer(
    (before: Place, taken: Step) => takeStep(before, taken, listsPeople),
    staff.role,
    firstPlace,
  )
  useEffect(
    () =>
      listen('navigate', (target) => {
        switch (target.screen) {
          case 'followups':
            return step({ to: 'screen', screen: 'followups' })
          case 'notices':
            return step({ to: 'overlay', overlay: 'notices', shown: true })
          case 'customer':
            return step({ to: 'person', customerUid: target.customerUid })
        }
      }),
    [],
  )
  const { screen, parameters, customerUid, besideOpen, overlays, requests } = place
  const steps = useMemo(() => stepsOf(step), [])
  const navigation = useMemo(
    () => ({ screen, parameters, customerUid, besideOpen, overlays, ...steps }),
    [screen, parameters, customerUid, besideOpen, overlays, steps],
  )
  const asked = useMemo(
    () => ({ waiting: requests, take: (id: number) => step({ to: 'taken', id }) }),
    [requests],
  )
  return (
    <NavigationContext value={navigation}>
      <RequestsContext value={asked}>{children}</RequestsContext>
    </NavigationContext>
  )
}

function stepsOf(step: (step: Step) => void): Steps & Pick<Navigation, 'setOverlay'> {
  return {
    open: (screen) => step({ to: 'screen', screen }),
    go: (route) => step({ to: 'route', route }),
    search: (text) => step({ to: 'search', text }),
    choose: (customerUid) => step({ to: 'person', customerUid }),
    followRow: (from) => step(from === undefined ? { to: 'row' } : { to: 'row', from }),
    ask: (request) => step({ to: 'request', request }),
    setOverlay: (overlay, shown) => step({ to: 'overlay', overlay, shown }),
  }
}

/** Where one is, and the ways from there; only inside the frame. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('useNavigation outside of the frame')
  return navigation
}

/** What a screen is to show. */
export function useRoute<S extends keyof ScreenParameters>(screen: S): ScreenParameters[S] {
  return useNavigation().parameters[screen]
}

/** Something that lies over the screen: whether it does, and how to change that. */
export function useOverlay(overlay: Overlay): { readonly shown: boolean; open(): void; close(): void } {
  const { overlays, setOverlay } = useNavigation()
  return {
    shown: overlays.includes(overlay),
    open: () => setOverlay(overlay, true),
    close: () => setOverlay(overlay, false),
  }
}

/** The queue of what was asked for; `useRequest` is what a screen uses. */
export function useRequests(): Requests {
  const requests = useContext(RequestsContext)
  if (requests === null) throw new Error('useRequests outside of the frame')
  return requests
}
