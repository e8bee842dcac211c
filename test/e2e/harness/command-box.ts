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
  const offered = workstation.window.getByRole('option', { name: code }).first()
  await offered.waitFor().catch(async (cause: unknown) => {
    throw new Error(`${code} is not offered: ${await whereTheKeysWent(workstation)}`, { cause })
  })
  await workstation.window.keyboard.press('Enter')
}

/** What a fault that comes once in many runs has to leave behind to be understood. */
async function whereTheKeysWent(workstation: Workstation): Promise<string> {
  // Asks for the boxes that are there now: one that is missing is an answer as well, and nothing to wait for.
  const texts = await commandBox(workstation).evaluateAll((boxes) =>
    boxes.map((box) => (box instanceof HTMLInputElement ? box.value : '')),
  )
  const { focused, hasFocus } = await workstation.window.evaluate(() => ({
    focused: document.activeElement?.outerHTML.slice(0, 300) ?? 'nothing',
    hasFocus: document.hasFocus(),
  }))
  const box = texts.length === 0 ? 'there is no box' : `the box holds "${texts.join('", "')}"`
  return `${box}, the window ${hasFocus ? 'has' : 'lacks'} the focus, which is on ${focused}`
}
