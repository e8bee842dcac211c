import type { Locator } from 'playwright-core'
import { enterText } from './command-box.ts'
import type { Workstation } from './workstation.ts'

/** Types into the one box and waits until somebody is found. */
export async function findPeople(workstation: Workstation, text: string): Promise<Locator> {
  await enterText(workstation, text)
  const found = foundPeople(workstation)
  await found.first().waitFor()
  return found
}

/** Finds somebody by any key and opens the first answer, by keyboard. */
export async function openPerson(workstation: Workstation, text: string): Promise<Locator> {
  const first = await (await findPeople(workstation, text)).first().innerText()
  await workstation.window.keyboard.press('ArrowDown')
  await workstation.window.keyboard.press('Enter')
  const panel = panelOf(workstation, first.split(/\s/)[0] ?? '')
  await panel.waitFor()
  return panel
}

/** The people under the box; the screen behind it may list people by the same name. */
function foundPeople({ window, say }: Workstation): Locator {
  return window
    .locator('[data-portal]')
    .getByRole('listbox', { name: say('customers.found') })
    .getByRole('option', { disabled: false })
}

/** The panel of one person, by the masked name. */
function panelOf({ window, say }: Workstation, maskedName: string): Locator {
  return window.getByRole('region', { name: say('customers.panel', { name: maskedName }), exact: true })
}
