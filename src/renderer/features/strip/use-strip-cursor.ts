import { useWindowEvent } from '@mantine/hooks'
import { type RefObject, useEffect } from 'react'
import { listen } from '../../door/bridge.ts'

/** The next person is looked for as soon as the strip is there, has the focus, or its keys are pressed once more. */
export function useCursorInBox(box: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const toBox = () => {
      box.current?.focus()
      box.current?.select()
    }
    toBox()
    window.addEventListener('focus', toBox)
    const stopListening = listen('stripRaised', toBox)
    return () => {
      window.removeEventListener('focus', toBox)
      stopListening()
    }
  }, [box])
}

/** Esc gives the focus back even where a click beside everything took the cursor away. */
export function useEscFromNowhere(leave: () => void): void {
  useWindowEvent('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing && event.target === document.body) leave()
  })
}
