import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef,
} from 'react'
import { listen } from '../door/bridge.ts'
import { useOpenSession } from '../door/session.tsx'
import { firstPlace, type Place, type Step, takeStep } from './place.ts'

export interface Navigation extends Place {
  /** The last choice of a person that brought the focus to the panel: coming back to one's screen is none. */
  readonly followedChoice: RefObject<number>
  go(screen: Place['screen']): void
  /** Opens a part of the settings. */
  openSection(section: Place['section']): void
  /** Shows a person on the right, or nobody. */
  choose(customerUid: string | null): void
  /** Lists what the text finds in the customers screen; an empty text goes back to the work lists. */
  search(text: string): void
  /** A row of a printed list was scanned. */
  scan(barcode: string): void
  clearBarcode(): void
  /** Somebody asked for the daily list to be printed, wherever they were. */
  askForPrint(): void
  clearPrintAsked(): void
  /** Somebody is to be let in by hand, wherever one was. */
  askForArrival(): void
  clearArrivalAsked(): void
  /** Somebody asked for the morning sheet, wherever they were. */
  askForMorning(): void
  clearMorningAsked(): void
  showEvening(open: boolean): void
  showHelp(open: boolean): void
  showNotices(open: boolean): void
  /** Opens the quick entry of a stranger over whatever is on the screen. */
  showQuickLead(open: boolean): void
  /** Opens a stranger's record on the leads screen; null once the screen has taken it up. */
  showLead(leadUid: string | null): void
  /** What became of the prompts, over the intents. */
  showAcceptance(open: boolean): void
}

const NavigationContext = createContext<Navigation | null>(null)

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const { staff } = useOpenSession()
  const [place, step] = useReducer(takeStep, staff.role, firstPlace)
  useEffect(
    () =>
      listen('navigate', (target) => {
        switch (target.screen) {
          case 'followups':
            return step({ to: 'screen', screen: 'followups' })
          case 'notices':
            return step({ to: 'notices', open: true })
          case 'customer':
            return step({ to: 'person', customerUid: target.customerUid })
        }
      }),
    [],
  )
  const followedChoice = useRef(0)
  const navigation = useMemo(() => ({ ...place, ...stepsOf(step), followedChoice }), [place])
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

function stepsOf(step: (step: Step) => void): Omit<Navigation, keyof Place | 'followedChoice'> {
  return {
    go: (screen) => step({ to: 'screen', screen }),
    openSection: (section) => step({ to: 'section', section }),
    choose: (customerUid) => step({ to: 'person', customerUid }),
    search: (text) => step({ to: 'search', text }),
    scan: (barcode) => step({ to: 'barcode', barcode }),
    clearBarcode: () => step({ to: 'barcode', barcode: null }),
    askForPrint: () => step({ to: 'print', asked: true }),
    clearPrintAsked: () => step({ to: 'print', asked: false }),
    askForArrival: () => step({ to: 'arrival', asked: true }),
    clearArrivalAsked: () => step({ to: 'arrival', asked: false }),
    askForMorning: () => step({ to: 'morning', asked: true }),
    clearMorningAsked: () => step({ to: 'morning', asked: false }),
    showEvening: (open) => step({ to: 'evening', open }),
    showHelp: (open) => step({ to: 'help', open }),
    showNotices: (open) => step({ to: 'notices', open }),
    showQuickLead: (open) => step({ to: 'quick-lead', open }),
    showLead: (leadUid) => step({ to: 'lead', leadUid }),
    showAcceptance: (open) => step({ to: 'acceptance', open }),
  }
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('useNavigation outside of the frame')
  return navigation
}
