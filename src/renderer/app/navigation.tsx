import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { listen } from './bridge.ts'
import { type ScreenName, screensOf } from './screens.ts'
import { useOpenSession } from './session.tsx'

export interface Navigation {
  readonly screen: ScreenName
  /** The person on the right, kept while the screen in the middle changes. */
  readonly customerUid: string | null
  /** What the search box was last asked, for the customers screen to list. */
  readonly searchText: string
  go(screen: ScreenName): void
  choose(customerUid: string | null): void
  search(text: string): void
}

const NavigationContext = createContext<Navigation | null>(null)

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const { staff } = useOpenSession()
  const [screen, setScreen] = useState<ScreenName>(screensOf(staff.role)[0] ?? 'settings')
  const [customerUid, setCustomerUid] = useState<string | null>(null)
  const [searchText, setSearchText] = useState('')
  useEffect(
    () =>
      listen('navigate', (target) => {
        if (target.screen === 'followups') setScreen('followups')
        else setCustomerUid(target.customerUid)
      }),
    [],
  )
  const navigation = useMemo<Navigation>(
    () => ({
      screen,
      customerUid,
      searchText,
      go: setScreen,
      choose: setCustomerUid,
      search: setSearchText,
    }),
    [screen, customerUid, searchText],
  )
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('useNavigation outside of the frame')
  return navigation
}
