import { enterCode } from './command-box.ts'
import type { Colleague } from './staff.ts'
import type { Workstation } from './workstation.ts'

/** Adds a colleague in the settings, with a first passphrase; whoever is signed in keeps the staff list. */
export async function addColleague(workstation: Workstation, colleague: Colleague): Promise<void> {
  const { window, say } = workstation
  const { no, name, role, passphrase } = colleague
  await enterCode(workstation, 'SZ')
  await window.getByRole('tab', { name: say('settings.section.staff') }).click()
  await window.getByRole('button', { name: say('settings.staff.add') }).click()
  const dialog = window.getByRole('dialog', { name: say('settings.staff.add') })
  const fill = (label: string, text: string) =>
    dialog.getByRole('textbox', { name: say(label), exact: true }).fill(text)
  await fill('session.staffNo', no)
  await fill('session.staffName', name)
  await dialog.getByRole('combobox', { name: say('settings.staff.role') }).selectOption(role)
  await fill('settings.staff.firstPassphrase', passphrase)
  await fill('session.repeat', passphrase)
  await window.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await window.getByRole('table').getByText(no, { exact: true }).waitFor()
}
