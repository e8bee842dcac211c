import { commandBox, enterCode } from '../command-box.ts'
import { contactDialog } from '../contacts.ts'
import { findPeople, openPerson } from '../people.ts'
import { referDialog } from '../referrals.ts'
import type { Workstation } from '../workstation.ts'
import { type AccessEntry, settled } from './view.ts'

/** What the box finds, every part of a person's panel, and what is asked over it. */
export async function lookAtPerson(workstation: Workstation, key: string, look: AccessEntry): Promise<void> {
  const { window, say } = workstation
  await findPeople(workstation, 'w')
  await look({ name: 'found', window, over: true })
  await window.keyboard.press('Escape')
  await window.keyboard.press('Escape')
  await enterCode(workstation, 'DT')
  const panel = await openPerson(workstation, key)
  for (const tab of await panel.getByRole('tab').all()) {
    await tab.click()
    await settled(window)
    await look({ name: `person-${(await tab.getAttribute('id'))?.split('-').at(-1)}`, window })
  }
  await panel.getByRole('tab').first().click()
  await panel.focus()
  await window.keyboard.press('F4')
  await referDialog(workstation).getByRole('radio').first().waitFor()
  await look({ name: 'refer', window, over: true })
  await window.keyboard.press('Escape')
  await referDialog(workstation).waitFor({ state: 'hidden' })
  const reveal = window.getByRole('dialog', { name: say('customers.revealTitle') })
  await panel.getByRole('button', { name: say('customers.reveal'), exact: true }).click()
  await reveal.waitFor()
  await look({ name: 'reveal', window, over: true })
  await window.keyboard.press('Escape')
  await reveal.waitFor({ state: 'hidden' })
  await commandBox(workstation).waitFor()
}

/** A contact, as it is recorded from the list of follow-ups. */
export async function lookAtContact(workstation: Workstation, look: AccessEntry): Promise<void> {
  const { window, say } = workstation
  await window
    .getByRole('navigation')
    .getByRole('button', { name: say('app.rail.followups'), exact: true })
    .click()
  const list = window.getByRole('listbox', { name: say('followups.list') })
  await list.getByRole('option').first().waitFor()
  await list.focus()
  await window.keyboard.press('Home')
  await window.keyboard.press('r')
  await contactDialog(workstation).waitFor()
  await look({ name: 'contact', window, over: true })
  await window.keyboard.press('Escape')
  await contactDialog(workstation).waitFor({ state: 'hidden' })
}
