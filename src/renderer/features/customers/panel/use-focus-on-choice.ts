import { type RefObject, useEffect, useRef } from 'react'
import { useNavigation } from '../../../app/navigation.tsx'

/**
 * Whoever chooses a person goes on with the keyboard in the panel: it takes the focus then, and gives it back to where
 * it came from when it is left.
 */
export function useFocusOnChoice(): { readonly panel: RefObject<HTMLElement | null>; leave(): void } {
  const { choices } = useNavigation()
  const panel = useRef<HTMLElement>(null)
  const cameFrom = useRef<Element | null>(null)
  // The count itself is not used: it changes exactly when somebody chose, and that is the moment to take the focus.
  useEffect(() => {
    if (choices === 0 || panel.current?.contains(document.activeElement) !== false) return
    cameFrom.current = document.activeElement
    panel.current.focus()
  }, [choices])
  const leave = () => {
    const back = cameFrom.current
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus()
    else panel.current?.blur()
  }
  return { panel, leave }
}
