import type { Page } from 'playwright-core'

/**
 * Counts the keys that reach a window from now on, as the window itself sees them; a key that is held counts once.
 * @returns reads the count
 */
export async function countKeystrokes(window: Page): Promise<() => Promise<number>> {
  const counter = await window.evaluateHandle(() => {
    const pressed = { keys: 0 }
    addEventListener(
      'keydown',
      (event) => {
        if (!event.repeat) pressed.keys += 1
      },
      { capture: true },
    )
    return pressed
  })
  return () => counter.evaluate(({ keys }) => keys)
}
