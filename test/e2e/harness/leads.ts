import type { Locator } from 'playwright-core'
import type { Workstation } from './workstation.ts'

/** The strangers on the leads screen, as they stand. */
export function leadRows({ window, say }: Workstation): Locator {
  return window.getByRole('listbox', { name: say('leads.list') }).getByRole('option')
}

/** Opens a stranger by keyboard: down the list to the name, Enter. Gives the opened lead. */
export async function openLead(workstation: Workstation, name: string): Promise<Locator> {
  const { window, say } = workstation
  const row = leadRows(workstation).filter({ hasText: name }).first()
  await row.waitFor()
  await window.getByRole('listbox', { name: say('leads.list') }).focus()
  await window.keyboard.press('Home')
  const place = Number(await row.getAttribute('aria-posinset'))
  for (let at = 1; at < place; at++) await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  const lead = window.getByRole('region', { name })
  await lead.waitFor()
  return lead
}
