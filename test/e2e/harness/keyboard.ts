import type { Locator, Page } from 'playwright-core'

/** More controls than any screen has. */
const MOST_STEPS = 80

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
