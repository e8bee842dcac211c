import { type RefObject, useRef } from 'react'
import { useRequest } from '../../../router/use-request.ts'

/**
 * Whoever chooses a person goes on with the keyboard in the panel: it takes the focus then, and gives it back to where
 * it came from when it is left.
 */
export function useFocusOnChoice(): { readonly panel: RefObject<HTMLElement | null>; leave(): void } {
  const panel = useRef<HTMLElement>(null)
  const cameFrom = useRef<Element | null>(null)
  // The panel that comes back with another screen follows nobody's choice: nothing was asked for then.
  useRequest('enter-person', () => {
    if (panel.current?.contains(document.activeElement) !== false) return
    cameFrom.current = document.activeElement
    panel.current.focus()
  })
  const leave = () => {
    const back = cameFrom.current
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus()
    else panel.current?.blur()
  }
  return { panel, leave }
}
