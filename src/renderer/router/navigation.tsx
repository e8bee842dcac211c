import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react'
import type { ScreenName } from '../../shared/domain/branch/function-codes.ts'
import { listen } from '../ipc/bridge.ts'
import { useOpenSession } from '../ipc/session.tsx'
import {
  firstPlace,
  leavesWork,
  type Overlay,
  type Place,
  type Route,
  type ScreenParameters,
} from './place.ts'
import type { Request, WaitingRequest } from './requests.ts'
import { type Trail, type TrailStep, takeTrailStep, trailFrom } from './trail.ts'
import { useLeaving } from './unsaved.tsx'

/** The ways from where one is; they stay the same wherever one goes, so who only leads somewhere is not drawn anew. */
export interface Steps {
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
  /** To where one was before, with the person who was on the right; nothing where one began. */
  back(): void
  /** To where one went back from. */
  forward(): void
  setOverlay(overlay: Overlay, shown: boolean): void
}

export interface Navigation
  extends Steps,
    Pick<Place, 'screen' | 'parameters' | 'customerUid' | 'besideOpen' | 'overlays'> {
  readonly mayGoBack: boolean
  readonly mayGoForward: boolean
}

/** What was asked for; apart from the place, so that asking for something and taking it up draws nothing anew. */
export interface Requests {
  waiting(): readonly WaitingRequest[]
  /**
   * Tells whenever something was asked for.
   * @returns ends it
   */
  listen(onChange: () => void): () => void
  /** Says that a request is being done. */
  take(id: number): void
}

/** Apart from the place as a whole, for who is there whoever is on the right. */
type Surroundings = Pick<Place, 'screen' | 'overlays'>

const NavigationContext = createContext<Navigation | null>(null)
const SurroundingsContext = createContext<Surroundings | null>(null)
const StepsContext = createContext<Steps | null>(null)
const ParametersContext = createContext<ScreenParameters | null>(null)
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
  const { leaveScreen } = useLeaving()
  const [trail, dispatch] = useReducer(
    (before: Trail, taken: TrailStep) => takeTrailStep(before, taken, listsPeople),
    staff.role,
    (role) => trailFrom(firstPlace(role)),
  )
  const { place, past, future } = trail
  const at = useRef(trail)
  useLayoutEffect(() => {
    at.current = trail
  }, [trail])
  // What is typed on the screen, or about the person, goes with them: a step that leaves either asks first.
  const step = useCallback(
    (taken: TrailStep) => {
      const go = () => dispatch(taken)
      const to = takeTrailStep(at.current, taken, listsPeople)
      if (leavesWork(at.current.place, to.place)) leaveScreen(go)
      else go()
    },
    [leaveScreen, listsPeople],
  )
  const mayGoBack = past.length > 0
  const mayGoForward = future.length > 0
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
    [step],
  )
  const { screen, parameters, customerUid, besideOpen, overlays, requests } = place
  const steps = useMemo(() => stepsOf(step), [step])
  const navigation = useMemo(
    () => ({ screen, parameters, customerUid, besideOpen, overlays, mayGoBack, mayGoForward, ...steps }),
    [screen, parameters, customerUid, besideOpen, overlays, mayGoBack, mayGoForward, steps],
  )
  const surroundings = useMemo(() => ({ screen, overlays }), [screen, overlays])
  return (
    <StepsContext value={steps}>
      <ParametersContext value={parameters}>
        <SurroundingsContext value={surroundings}>
          <NavigationContext value={navigation}>
            <RequestsContext value={useRequestQueue(requests, step)}>{children}</RequestsContext>
          </NavigationContext>
        </SurroundingsContext>
      </ParametersContext>
    </StepsContext>
  )
}

/** The queue as something that stays the same, and tells whoever listens what was asked for. */
function useRequestQueue(queue: readonly WaitingRequest[], step: (step: TrailStep) => void): Requests {
  const waiting = useRef(queue)
  const [listeners] = useState(() => new Set<() => void>())
  useLayoutEffect(() => {
    waiting.current = queue
  }, [queue])
  useEffect(() => {
    if (queue.length > 0) for (const tell of [...listeners]) tell()
  }, [queue, listeners])
  return useMemo(
    () => ({
      waiting: () => waiting.current,
      listen: (onChange: () => void) => {
        listeners.add(onChange)
        return () => listeners.delete(onChange)
      },
      take: (id: number) => step({ to: 'taken', id }),
    }),
    [listeners, step],
  )
}

function stepsOf(step: (step: TrailStep) => void): Steps {
  return {
    open: (screen) => step({ to: 'screen', screen }),
    go: (route) => step({ to: 'route', route }),
    search: (text) => step({ to: 'search', text }),
    choose: (customerUid) => step({ to: 'person', customerUid }),
    followRow: (from) => step(from === undefined ? { to: 'row' } : { to: 'row', from }),
    ask: (request) => step({ to: 'request', request }),
    back: () => step({ to: 'back' }),
    forward: () => step({ to: 'forward' }),
    setOverlay: (overlay, shown) => step({ to: 'overlay', overlay, shown }),
  }
}

/** Where one is, and the ways from there; only inside the frame. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('useNavigation outside of the frame')
  return navigation
}

/** The ways from where one is, for who does not show where that is. */
export function useSteps(): Steps {
  const steps = useContext(StepsContext)
  if (steps === null) throw new Error('useSteps outside of the frame')
  return steps
}

function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext)
  if (surroundings === null) throw new Error('asked where one is outside of the frame')
  return surroundings
}

/** Which screen is shown. */
export function useScreen(): ScreenName {
  return useSurroundings().screen
}

/** What a screen is to show. */
export function useRoute<S extends keyof ScreenParameters>(screen: S): ScreenParameters[S] {
  const parameters = useContext(ParametersContext)
  if (parameters === null) throw new Error('useRoute outside of the frame')
  return parameters[screen]
}

/** Something that lies over the screen: whether it does, and how to change that. */
export function useOverlay(overlay: Overlay): { readonly shown: boolean; open(): void; close(): void } {
  const { overlays } = useSurroundings()
  const { setOverlay } = useSteps()
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
