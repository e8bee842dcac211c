/** Where the work of a screen begins: its list, or the button of an empty one, or the tab that is open. */
const WORKING_PLACES = ['[role="listbox"]', '[data-working-place]', '[role="tab"][aria-selected="true"]']

/**
 * Gives the keys to the screen in the middle, for whoever goes there by a code or a key (L9): the next key is the
 * screen's and not the box's. A list that is still to come takes them itself, because nothing else has them.
 */
export function giveKeysToScreen(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  // Only then is the screen that was asked for in the window, and the key that asked for it over.
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) workingPlace()?.focus()
  })
}

/** Where the work of the screen in the middle begins. */
export function workingPlace(): HTMLElement | null {
  const found = WORKING_PLACES.map((place) => document.querySelector<HTMLElement>(`main ${place}`))
  return found.find((place) => place !== null) ?? null
}
