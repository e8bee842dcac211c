import { type RefCallback, useCallback } from 'react'

/** Read by the window's toasts. */
const HEIGHT = '--toasts-above'

/**
 * Keeps the window's messages above a bar at its lower edge, so that they do not hide its buttons and their keys.
 * @returns to be given to the bar; it may have one line of buttons or two, as the window's width has it
 */
export function useToastsAbove(): RefCallback<HTMLElement> {
  return useCallback((bar) => {
    if (bar === null) return
    const root = document.documentElement.style
    const observer = new ResizeObserver(() => root.setProperty(HEIGHT, `${bar.offsetHeight}px`))
    observer.observe(bar)
    return () => {
      observer.disconnect()
      root.removeProperty(HEIGHT)
    }
  }, [])
}
