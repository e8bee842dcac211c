/** Where the work of a screen begins: its list, or the button of an empty one, or the tab that is open. */
const WORKING_PLACES = ['[role="listbox"]', '[data-working-place]', '[role="tab"][aria-selected="true"]']

/** What has keys of its own as a whole (`KeyPlace`). */
const KEY_PLACE = '[data-key-place]'

/**
 * Gives the keys to the screen in the middle, for whoever goes there by a code or a key (L9): the next key is the
 * screen's and not the box's. A list that is still to come takes them itself, because nothing else has them.
 */
export function giveKeysToScreen(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  // Only then is the screen that was asked for in the window, and the key that asked for it over.
  requestAnimationFrame(() => {
    if (isFocusFree()) workingPlace()?.focus()
  })
}

/** Where the work of the screen in the middle begins; a screen that has nothing to work on takes the keys as a whole. */
export function workingPlace(): HTMLElement | null {
  const main = document.querySelector('main')
  return main === null ? null : (workIn(main) ?? main.querySelector<HTMLElement>(KEY_PLACE) ?? main)
}

/** Where the work begins of a part that has the keys as a whole, or that part; of anything else the thing itself. */
export function workingPlaceOf(part: HTMLElement): HTMLElement {
  return part.matches(KEY_PLACE) ? (workIn(part) ?? part) : part
}

function workIn(part: HTMLElement): HTMLElement | null {
  const found = WORKING_PLACES.map((place) => part.querySelector<HTMLElement>(place))
  return found.find((place) => place !== null) ?? null
}

/** Whether whoever comes by keyboard has no place yet: a list that appears may take the focus then. */
export function isFocusFree(): boolean {
  const at = document.activeElement
  return at === null || at === document.body || at.matches(`main, ${KEY_PLACE}`)
}

/** What takes letters; the choice that led to a list is an input as well. */
const FIELD = 'input:not([type="radio"], [type="checkbox"], [type="button"]), textarea'

/** Whether somebody is at a field: a list that appears late must not take the rest of their word. */
export function isTyping(): boolean {
  return document.activeElement?.matches(FIELD) === true
}
