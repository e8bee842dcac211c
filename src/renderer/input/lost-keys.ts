import { useEffect } from 'react'
import { workingPlace } from './working-place.ts'

/** Tab goes on from where the focus was lost by itself, and Shift is no key of its own. */
const LEFT_ALONE = ['Tab', 'Shift']
/** What takes keys as a whole: the open person, an open lead, a list. */
const PLACE = 'section[tabindex="-1"], [role="listbox"]'

/**
 * What had the focus may be gone, such as a prompt that was answered: then nothing has it, and every key would fall on
 * deaf ears. The next key is for the place one worked at last, such as the open person, and else for the screen.
 */
export function useLostKeys(): void {
  useEffect(() => {
    let workedAt: HTMLElement | null = null
    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.closest('[aria-modal="true"]') === null)
        workedAt = target.closest<HTMLElement>(PLACE)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (document.activeElement !== document.body || event.defaultPrevented || event.isComposing) return
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (LEFT_ALONE.includes(event.key) || document.querySelector('[aria-modal="true"]') !== null) return
      const place = workedAt?.isConnected === true ? workedAt : workingPlace()
      if (place === null) return
      event.preventDefault()
      place.focus()
      place.dispatchEvent(new KeyboardEvent('keydown', event))
    }
    window.addEventListener('focusin', onFocusIn)
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('focusin', onFocusIn)
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}
