import { useEffect } from 'react'
import { workingPlace } from './working-place.ts'

/** Tab goes on from where the focus was lost by itself, and Shift is no key of its own. */
const LEFT_ALONE = ['Tab', 'Shift']
const PANEL = 'aside section[tabindex="-1"]'

/**
 * What had the focus may be gone, such as a prompt that was answered: then nothing has it, and every key would fall on
 * deaf ears. The next key is the open person's where one worked there last, and else the screen's.
 */
export function useLostKeys(): void {
  useEffect(() => {
    let workedOnPerson = false
    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.closest('[aria-modal="true"]') === null)
        workedOnPerson = target.closest('aside') !== null
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (document.activeElement !== document.body || event.defaultPrevented || event.isComposing) return
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (LEFT_ALONE.includes(event.key) || document.querySelector('[aria-modal="true"]') !== null) return
      const panel = workedOnPerson ? document.querySelector<HTMLElement>(PANEL) : null
      const place = panel ?? workingPlace()
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
