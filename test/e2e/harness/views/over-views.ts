import type { Locator } from 'playwright-core'
import { enterCode } from '../command-box.ts'
import type { Workstation } from '../workstation.ts'
import { type AccessEntry, settled } from './view.ts'

/** What lies over the screens: the help with its card, the notices, what became of the prompts. */
export async function lookAtWhatLiesOver(workstation: Workstation, look: AccessEntry): Promise<void> {
  const { window, say } = workstation
  await window.keyboard.press('F1')
  await lookAndClose(workstation, window.getByRole('dialog', { name: say('help.title') }), 'help', look)
  for (const [code, title, name] of [
    ['TX', 'notices.bell', 'notices'],
    ['TS', 'prompts.report.title', 'prompt-acceptance'],
  ] as const) {
    await enterCode(workstation, code)
    await lookAndClose(workstation, window.getByRole('dialog', { name: say(title) }), name, look)
  }
}

/** What the head is asked to answer for, one step deeper than the screens themselves. */
export async function lookAtPrivacy(workstation: Workstation, look: AccessEntry): Promise<void> {
  const { window, say } = workstation
  await enterCode(workstation, 'YS')
  const staff = window.getByRole('listbox', { name: say('privacy.staff') })
  await staff.getByRole('option').first().waitFor()
  await staff.focus()
  await window.keyboard.press('Enter')
  await window.getByRole('listbox', { name: say('privacy.accessLog') }).waitFor()
  await settled(window)
  await look({ name: 'privacy-access-log', window, over: true })
  await window.keyboard.press('Escape')
  await staff.waitFor()
  await window.getByRole('button', { name: say('consents.export') }).click()
  const register = window.getByRole('dialog', { name: say('consents.exportTitle') })
  await lookAndClose(workstation, register, 'consent-register', look)
  await enterCode(workstation, 'SJ')
  await window.getByRole('main').getByRole('option').first().click()
  await lookAndClose(workstation, window.getByRole('dialog'), 'audit-entry', look)
}

/** The page of every source that arrivals can come from. */
export async function lookAtSources(workstation: Workstation, look: AccessEntry): Promise<void> {
  const { window, say } = workstation
  await enterCode(workstation, 'LY')
  for (const source of ['hand', 'wedge', 'folder', 'simulator', 'reader'] as const) {
    await window.getByRole('tab', { name: say(`arrivals.source.${source}`) }).click()
    await settled(window)
    await look({ name: `settings-arrivals-${source}`, window, over: true })
  }
}

async function lookAndClose(
  { window }: Workstation,
  dialog: Locator,
  name: string,
  look: AccessEntry,
): Promise<void> {
  await dialog.waitFor()
  await settled(window)
  await look({ name, window, over: true })
  await window.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}
