import type { Locator, Page } from 'playwright-core'

/** More controls than any screen has. */
const MOST_STEPS = 80

/** Between two keys of a hand: keys faster than this may be a scanner's. */
const HAND_MS = 100

/** Strikes keys one after the other as a hand does. */
export async function strike(window: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await window.keyboard.press(key)
    await window.waitForTimeout(HAND_MS)
  }
}

/** Longer than the keys take to reach the window. */
const BUSY_MS = 500

/** Strikes keys while the window is at something else: they wait, and come one right behind the other. */
export async function strikeWhileBusy(window: Page, ...keys: readonly string[]): Promise<void> {
  const busy = window.evaluate((time) => {
    const until = performance.now() + time
    while (performance.now() < until);
  }, BUSY_MS)
  await Promise.all(keys.map((key) => window.keyboard.press(key)))
  await busy
}

/** Walks with the Tab key until the control has the focus, as somebody without a mouse does. */
export async function tabTo(window: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await control.waitFor()
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await window.keyboard.press(key)
  }
  throw new Error(`The Tab key does not reach ${control}`)
}

/** Tabs to a control and presses Enter on it. */
export async function press(window: Page, control: Locator): Promise<void> {
  await tabTo(window, control)
  await window.keyboard.press('Enter')
}
