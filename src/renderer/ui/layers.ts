/** A dialog over the screen, or a question in it. */
const LAYER = '[aria-modal="true"], [data-question]'

/**
 * The dialog or question that is open; null while the keys are the screen's. Nothing outside of it takes a key: whoever is
 * in the middle of writing something for one person must not meet another under the same title.
 */
export function openLayer(): HTMLElement | null {
  const layers = document.querySelectorAll<HTMLElement>(LAYER)
  return layers.item(layers.length - 1)
}

/** Marks an element as a question, for `openLayer`. */
export const QUESTION = { 'data-question': true } as const
