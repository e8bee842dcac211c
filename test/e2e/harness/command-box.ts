import type { Locator } from 'playwright-core'
import type { Workstation } from './workstation.ts'

/** The one box above every screen. */
export function commandBox({ window, say }: Workstation): Locator {
  return window.getByRole('textbox', { name: say('app.search') })
}

/** Goes to the box from wherever the focus is and types. */
export async function enterText({ window }: Workstation, text: string): Promise<void> {
  await window.keyboard.press('Control+k')
  await window.keyboard.type(text)
}

/** Types a function code into the box (L9). */
export async function enterCode(workstation: Workstation, code: string): Promise<void> {
  await enterText(workstation, code)
  await workstation.window.getByRole('option', { name: code }).first().waitFor()
  await workstation.window.keyboard.press('Enter')
}
