import { useLayoutEffect } from 'react'

/**
 * Gives the focus back to where it was when something opened, as soon as that closes: the next key goes on where the hands
 * were. Where that place is gone, whoever keeps the focus finds another (`useKeptFocus`).
 */
export function useFocusBack(opened: boolean): void {
  // Before the browser paints what opened, so before anything in it has taken the focus.
  useLayoutEffect(() => {
    if (!opened) return undefined
    const cameFrom = document.activeElement
    return () => {
      if (cameFrom instanceof HTMLElement && cameFrom !== document.body) cameFrom.focus()
    }
  }, [opened])
}
