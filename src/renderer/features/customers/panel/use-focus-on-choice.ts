import { type RefObject, useEffect, useRef } from 'react'
import { useNavigation } from '../../../router/navigation.tsx'

/**
 * Whoever chooses a person goes on with the keyboard in the panel: it takes the focus then, and gives it back to where
 * it came from when it is left.
 */
export function useFocusOnChoice(): { readonly panel: RefObject<HTMLElement | null>; leave(): void } {
  const { choices, followedChoice } = useNavigation()
  const panel = useRef<HTMLElement>(null)
  const cameFrom = useRef<Element | null>(null)
  // The count changes exactly when somebody chose, and that is the moment to take the focus. The panel that comes back
  // with another screen follows nobody's choice.
  useEffect(() => {
    if (choices === followedChoice.current) return
    followedChoice.current = choices
    if (panel.current?.contains(document.activeElement) !== false) return
    cameFrom.current = document.activeElement
    panel.current.focus()
  }, [choices, followedChoice])
  const leave = () => {
    const back = cameFrom.current
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus()
    else panel.current?.blur()
  }
  return { panel, leave }
}
