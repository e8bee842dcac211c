import type { InputOf } from '../../shared/contract/index.ts'
import {
  type ScreenName,
  type SettingsSection,
  screensOf,
} from '../../shared/domain/branch/function-codes.ts'
import type { Role } from '../../shared/domain/branch/roles.ts'
import type { ReferralState } from '../../shared/domain/work/referral.ts'
import { type Request, type WaitingRequest, withRequest } from './requests.ts'

/** What a screen shows besides itself. A screen that is not named here has nothing of the kind. */
export interface ScreenParameters {
  /** What the search box was last asked, for the screen to list; empty shows the work lists. */
  readonly customers: { readonly searchText: string }
  /** The evening check stands in place of the day's list. */
  readonly followups: {
    readonly view: 'day' | 'evening'
    /** Only what is overdue, or only what is due today. */
    readonly group?: 'overdue' | 'today'
  }
  /** Which referrals; each role's usual ones where nothing else was asked for. */
  readonly referrals: { readonly view?: InputOf<'referrals.list'>['view']; readonly state?: ReferralState }
  readonly settings: { readonly section: SettingsSection }
}

/** A screen with everything that it shows. */
export type Route = {
  [S in ScreenName]: { readonly screen: S } & (S extends keyof ScreenParameters
    ? ScreenParameters[S]
    : unknown)
}[ScreenName]

/** What lies over a screen while the screen under it stays as it is. */
export type Overlay = 'help' | 'notices' | 'quick-lead' | 'acceptance' | 'my-day'

/** An overlay that lies over one screen and no other. */
const SCREEN_UNDER: Readonly<Partial<Record<Overlay, ScreenName>>> = { acceptance: 'intents' }

/** Where somebody is in the workstation. */
export interface Place {
  readonly screen: ScreenName
  /** Kept for each screen while another one is looked at. */
  readonly parameters: ScreenParameters
  /** The person on the right, kept while the screen in the middle changes: the one whom the panel's keys act on. */
  readonly customerUid: string | null
  /** The place on the right stays open for the next one, so that the list beside it does not jump. */
  readonly besideOpen: boolean
  readonly overlays: readonly Overlay[]
  /** What was asked for and not done yet, the oldest first. */
  readonly requests: readonly WaitingRequest[]
  /** How many requests there were. */
  readonly asked: number
}

export type Step =
  /** A screen by its name alone: as it was left, but the evening check is over, and referrals are the usual ones. */
  | { readonly to: 'screen'; readonly screen: ScreenName }
  | { readonly to: 'route'; readonly route: Route }
  /** An empty text ends the search and stays where one is. */
  | { readonly to: 'search'; readonly text: string }
  | { readonly to: 'person'; readonly customerUid: string | null }
  /**
   * A row was selected whose person is another than the one on the right, or nobody. Where the cursor left a row by
   * itself, only that row's person goes, and nobody who was opened meanwhile.
   */
  | { readonly to: 'row'; readonly from?: string }
  | { readonly to: 'overlay'; readonly overlay: Overlay; readonly shown: boolean }
  | { readonly to: 'request'; readonly request: Request }
  | { readonly to: 'taken'; readonly id: number }

/** Where somebody in this role begins: the first screen of the rail. */
export function firstPlace(role: Role): Place {
  return {
    screen: screensOf(role)[0] ?? 'settings',
    parameters: {
      customers: { searchText: '' },
      followups: { view: 'day' },
      referrals: {},
      settings: { section: 'pc' },
    },
    customerUid: null,
    besideOpen: false,
    overlays: [],
    requests: [],
    asked: 0,
  }
}

/**
 * Where a step leads. A step that needs a certain screen opens it: nobody is chosen, and no row scanned, out of sight.
 * @param listsPeople whether a screen has room for a person on its right
 */
export function takeStep(place: Place, step: Step, listsPeople: (screen: ScreenName) => boolean): Place {
  switch (step.to) {
    case 'screen':
      return { ...asUsual(place), screen: step.screen, besideOpen: place.customerUid !== null }
    case 'route':
      return goTo(place, step.route)
    case 'search':
      return step.text === ''
        ? { ...place, parameters: { ...place.parameters, customers: { searchText: '' } } }
        : // Whoever looks for somebody else is done with the person on the right.
          goTo(
            { ...place, customerUid: null, besideOpen: false },
            { screen: 'customers', searchText: step.text },
          )
    case 'person':
      return choose(place, step.customerUid, listsPeople)
    case 'row':
      return followRow(place, step.from)
    case 'overlay':
      return step.shown ? show(place, step.overlay) : hide(place, step.overlay)
    case 'request':
      return ask(screenFor(place, step.request), step.request)
    case 'taken':
      return { ...place, requests: place.requests.filter(({ id }) => id !== step.id) }
  }
}

/** Whether a step takes away what somebody works on: the screen, or the person beside it. */
export function leavesWork(from: Place, to: Place): boolean {
  return (
    from.screen !== to.screen ||
    from.parameters.followups.view !== to.parameters.followups.view ||
    (from.customerUid !== null && from.customerUid !== to.customerUid)
  )
}

function goTo(place: Place, route: Route): Place {
  return { ...place, screen: route.screen, parameters: withParameters(place.parameters, route) }
}

function withParameters(parameters: ScreenParameters, route: Route): ScreenParameters {
  switch (route.screen) {
    case 'customers':
      return { ...parameters, customers: { searchText: route.searchText } }
    case 'followups':
      return { ...parameters, followups: followupsOf(route) }
    case 'referrals':
      return { ...parameters, referrals: referralsOf(route) }
    case 'settings':
      return { ...parameters, settings: { section: route.section } }
    default:
      return parameters
  }
}

function followupsOf({ view, group }: ScreenParameters['followups']): ScreenParameters['followups'] {
  return group === undefined ? { view } : { view, group }
}

function referralsOf({ view, state }: ScreenParameters['referrals']): ScreenParameters['referrals'] {
  return { ...(view === undefined ? {} : { view }), ...(state === undefined ? {} : { state }) }
}

/** What was asked for on the way to a screen counts for that visit only. */
function asUsual(place: Place): Place {
  const { parameters } = onDay(place)
  return { ...place, parameters: { ...parameters, referrals: {} } }
}

function onDay(place: Place): Place {
  return { ...place, parameters: { ...place.parameters, followups: { view: 'day' } } }
}

/** Choosing somebody, also the same person again, brings the keys to the panel; closing it asks for nothing. */
function choose(
  place: Place,
  customerUid: string | null,
  listsPeople: (screen: ScreenName) => boolean,
): Place {
  if (customerUid === null) return { ...place, customerUid, besideOpen: false }
  const screen = listsPeople(place.screen) ? place.screen : 'customers'
  return ask({ ...place, screen, customerUid, besideOpen: true }, { kind: 'enter-person' })
}

function followRow(place: Place, from: string | undefined): Place {
  const stays = place.customerUid === null || (from !== undefined && from !== place.customerUid)
  return stays ? place : { ...place, customerUid: null }
}

function show(place: Place, overlay: Overlay): Place {
  const screen = SCREEN_UNDER[overlay] ?? place.screen
  return { ...hide(place, overlay), screen, overlays: [...hide(place, overlay).overlays, overlay] }
}

function hide(place: Place, overlay: Overlay): Place {
  return { ...place, overlays: place.overlays.filter((each) => each !== overlay) }
}

/** The screen that takes a request up. */
function screenFor(place: Place, { kind }: Request): Place {
  switch (kind) {
    case 'print-list':
    case 'print-morning':
      return { ...onDay(place), screen: 'followups' }
    case 'row':
      return { ...place, screen: 'followups' }
    case 'arrival':
      return { ...place, screen: 'lobby' }
    case 'lead':
      return { ...place, screen: 'leads' }
    case 'enter-person':
    case 'quick-lead':
      return place
  }
}

function ask(place: Place, request: Request): Place {
  const id = place.asked + 1
  return { ...place, asked: id, requests: withRequest(place.requests, { id, request }) }
}
