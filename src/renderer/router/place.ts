import { type ScreenName, type SettingsSection, screensOf } from '../../shared/domain/function-codes.ts'
import type { Role } from '../../shared/domain/roles.ts'
import { showsPeople } from './screens.ts'

/** Where somebody is in the workstation. */
export interface Place {
  readonly screen: ScreenName
  /** Which part of the settings is open, kept while another screen is looked at. */
  readonly section: SettingsSection
  /** The person on the right, kept while the screen in the middle changes. */
  readonly customerUid: string | null
  /** Counts how often a person was chosen, so that choosing the same one again brings the focus back to the panel. */
  readonly choices: number
  /** What the search box was last asked, for the customers screen to list. */
  readonly searchText: string
  /** A scanned row that the follow-ups screen has not taken up yet. */
  readonly barcode: string | null
  /** The daily list was asked for, and the follow-ups screen has not begun to print it. */
  readonly printAsked: boolean
  /** The arrival form was asked for, and the lobby screen has not opened it. */
  readonly arrivalAsked: boolean
  /** The morning sheet likewise. */
  readonly morningAsked: boolean
  /** The follow-ups screen shows the evening check in place of a list. */
  readonly evening: boolean
  /** The help lies over the screen; the screen under it stays as it is. */
  readonly helpOpen: boolean
  /** The list under the bell, likewise. */
  readonly noticesOpen: boolean
  /** A stranger is being entered over the screen. */
  readonly quickLeadOpen: boolean
  /** The prompts' acceptance lies over the intents. */
  readonly acceptanceOpen: boolean
  /** A lead that was asked for elsewhere and that the leads screen has not opened yet. */
  readonly leadAsked: string | null
}

export type Step =
  | { readonly to: 'screen'; readonly screen: ScreenName }
  | { readonly to: 'section'; readonly section: SettingsSection }
  | { readonly to: 'person'; readonly customerUid: string | null }
  | { readonly to: 'search'; readonly text: string }
  | { readonly to: 'barcode'; readonly barcode: string | null }
  | { readonly to: 'print'; readonly asked: boolean }
  | { readonly to: 'arrival'; readonly asked: boolean }
  | { readonly to: 'morning'; readonly asked: boolean }
  | { readonly to: 'evening'; readonly open: boolean }
  | { readonly to: 'help'; readonly open: boolean }
  | { readonly to: 'notices'; readonly open: boolean }
  | { readonly to: 'quick-lead'; readonly open: boolean }
  | { readonly to: 'acceptance'; readonly open: boolean }
  | { readonly to: 'lead'; readonly leadUid: string | null }

export function firstPlace(role: Role): Place {
  return {
    screen: screensOf(role)[0] ?? 'settings',
    section: 'pc',
    customerUid: null,
    choices: 0,
    searchText: '',
    barcode: null,
    printAsked: false,
    arrivalAsked: false,
    morningAsked: false,
    evening: false,
    helpOpen: false,
    noticesOpen: false,
    quickLeadOpen: false,
    acceptanceOpen: false,
    leadAsked: null,
  }
}

/** Where a step leads. A step that needs a certain screen opens it: nobody is chosen, and no row scanned, out of sight. */
export function takeStep(place: Place, step: Step): Place {
  switch (step.to) {
    case 'screen':
      return { ...place, screen: step.screen, evening: false }
    case 'section':
      return { ...place, screen: 'settings', section: step.section }
    case 'person':
      return chosen(place, step.customerUid)
    case 'search':
      return { ...place, searchText: step.text, screen: step.text === '' ? place.screen : 'customers' }
    case 'barcode':
      return { ...place, barcode: step.barcode, screen: step.barcode === null ? place.screen : 'followups' }
    case 'print':
      return step.asked
        ? { ...place, printAsked: true, screen: 'followups', evening: false }
        : { ...place, printAsked: false }
    case 'arrival':
      return { ...place, arrivalAsked: step.asked, screen: step.asked ? 'lobby' : place.screen }
    case 'morning':
      return step.asked
        ? { ...place, morningAsked: true, screen: 'followups', evening: false }
        : { ...place, morningAsked: false }
    case 'evening':
      return { ...place, evening: step.open, screen: step.open ? 'followups' : place.screen }
    case 'help':
      return { ...place, helpOpen: step.open }
    case 'acceptance':
      return { ...place, acceptanceOpen: step.open, screen: step.open ? 'intents' : place.screen }
    case 'notices':
      return { ...place, noticesOpen: step.open }
    case 'lead':
      return { ...place, leadAsked: step.leadUid, screen: step.leadUid === null ? place.screen : 'leads' }
    case 'quick-lead':
      return { ...place, quickLeadOpen: step.open }
  }
}

function chosen(place: Place, customerUid: string | null): Place {
  if (customerUid === null) return { ...place, customerUid }
  const screen = showsPeople(place.screen) ? place.screen : 'customers'
  return { ...place, screen, customerUid, choices: place.choices + 1 }
}
