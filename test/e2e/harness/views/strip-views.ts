import { stripPage } from '../counter-strip.ts'
import type { Workstation } from '../workstation.ts'
import type { AccessEntry } from './view.ts'

/** The strip with nobody, with somebody, while a stranger is entered, and folded away. */
export async function lookAtStrip(
  workstation: Workstation,
  person: string,
  look: AccessEntry,
): Promise<void> {
  const { say } = workstation
  const window = await stripPage(workstation)
  const box = window.getByRole('textbox', { name: say('strip.find') })
  await look({ name: 'strip', window })
  await box.focus()
  await window.keyboard.press('F3')
  const surname = window.getByRole('textbox', { name: say('leads.quick.surname') })
  await surname.waitFor()
  await look({ name: 'strip-quick-lead', window, over: true })
  await window.keyboard.press('Escape')
  await surname.waitFor({ state: 'detached' })
  await box.focus()
  await window.keyboard.type(person)
  await window.getByRole('option', { disabled: false }).first().waitFor()
  await look({ name: 'strip-found', window, over: true })
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await window.getByRole('region').first().waitFor()
  await look({ name: 'strip-person', window })
  await window.getByRole('button', { name: say('strip.fold'), exact: true }).click()
  const unfold = window.getByRole('button', { name: say('strip.unfold') })
  await unfold.waitFor()
  await look({ name: 'strip-folded', window })
  await unfold.click()
  await box.waitFor()
}
