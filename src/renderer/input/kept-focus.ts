import { useEffect } from 'react'
import { openLayer } from '../ui/layers.ts'
import { isFocusFree, workingPlace, workingPlaceOf } from '../ui/working-place.ts'

/** Tab goes on from where the focus was lost by itself, and Shift is no key of its own. */
const LEFT_ALONE = ['Tab', 'Shift']
/** What takes keys as a whole: the open person, an open lead, a list. */
const PLACE = 'section[tabindex="-1"], [role="listbox"]'
/** Where a dialog or a question wants the focus, or else whatever of it can have it. */
const IN_LAYER = ['[data-autofocus]', 'input, textarea, select, button, [tabindex]']

/**
 * The focus is never on nothing. What had it may be gone, such as a prompt that was answered or the button that opened a
 * dialog: then it goes to the place one worked at last, such as the open person; where that is gone as well, such as a list
 * that is being read anew, to what it stood in, and else to the screen; while a dialog is open, into the dialog. A key that
 * comes before that is struck again there.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    // From the inside out.
    let workedAt: readonly HTMLElement[] = []
    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.closest('[aria-modal="true"]') === null)
        workedAt = placesAround(target)
    }
    const place = () => {
      const layer = openLayer()
      if (layer !== null) return placeIn(layer)
      const left = workedAt.find(({ isConnected }) => isConnected)
      return left === undefined ? workingPlace() : workingPlaceOf(left)
    }
    // Whoever was about to take the focus by themselves, such as a list that has just come, does so first.
    let asked = false
    const keep = () => {
      if (asked || document.activeElement !== document.body) return
      asked = true
      setTimeout(() => {
        asked = false
        if (document.activeElement === document.body) place()?.focus({ preventScroll: true })
      })
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isFocusFree() || event.defaultPrevented || event.isComposing) return
      if (event.ctrlKey || event.altKey || event.metaKey || LEFT_ALONE.includes(event.key)) return
      const found = place()
      if (found === null || found === document.activeElement) return
      event.preventDefault()
      found.focus()
      // A dialog that opened under the fingers takes no key that was not struck in it.
      if (openLayer() === null) found.dispatchEvent(new KeyboardEvent('keydown', event))
    }
    const watcher = new MutationObserver(keep)
    watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    window.addEventListener('focusin', onFocusIn)
    window.addEventListener('focusout', keep)
    window.addEventListener('keydown', onKeyDown)
    return () => {
      watcher.disconnect()
      window.removeEventListener('focusin', onFocusIn)
      window.removeEventListener('focusout', keep)
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}

function placesAround(target: Element): readonly HTMLElement[] {
  const place = target.closest<HTMLElement>(PLACE)
  if (place === null) return []
  return place.parentElement === null ? [place] : [place, ...placesAround(place.parentElement)]
}

function placeIn(layer: HTMLElement): HTMLElement {
  const found = IN_LAYER.map((wanted) => layer.querySelector<HTMLElement>(wanted))
  return found.find((each) => each !== null) ?? layer
}
