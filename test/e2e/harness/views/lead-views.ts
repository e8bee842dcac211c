import { enterCode } from '../command-box.ts'
import { giveUp } from '../unsaved.ts'
import type { Workstation } from '../workstation.ts'
import { type AccessEntry, settled } from './view.ts'

/** `w` and 1 is 王, 1 先生, the tail, L 理财, 1 高, Y 同意. */
const STRANGER = ['w', '1', '1', '5', '6', '7', '8', 'l', '1', 'y'] as const

/** A stranger while they are entered, the question whether they are known, and what can be done with a lead. */
export async function lookAtLeads(workstation: Workstation, look: AccessEntry): Promise<void> {
  const { window, say } = workstation
  await enterStranger(workstation)
  await look({ name: 'quick-lead', window, over: true })
  await window.keyboard.press('Enter')
  const same = window.getByText(say('leads.same.title'))
  const form = window.getByRole('dialog', { name: say('leads.quick.title') })
  // The first time there is nobody to be the same as.
  await Promise.race([same.waitFor(), form.waitFor({ state: 'detached' })])
  if (!(await form.isVisible())) {
    await window.locator('.mantine-Notification-root').first().waitFor({ state: 'detached' })
    await enterStranger(workstation)
    await window.keyboard.press('Enter')
    await same.waitFor()
  }
  await look({ name: 'quick-lead-same', window, over: true })
  await window.keyboard.press('Escape')
  await window.keyboard.press('Escape')
  await giveUp(workstation)
  await form.waitFor({ state: 'detached' })
  await lookAtOneLead(workstation, look)
}

async function enterStranger({ window, say }: Workstation): Promise<void> {
  await window.keyboard.press('F3')
  await window.getByRole('dialog', { name: say('leads.quick.title') }).waitFor()
  for (const key of STRANGER) await window.keyboard.press(key)
}

async function lookAtOneLead(workstation: Workstation, look: AccessEntry): Promise<void> {
  const { window, say } = workstation
  await enterCode(workstation, 'XS')
  const list = window.getByRole('listbox', { name: say('leads.list') })
  await list.getByRole('option').first().waitFor()
  await list.focus()
  await window.keyboard.press('Enter')
  const next = window.getByRole('group', { name: say('leads.next') })
  await next.getByRole('button', { name: say('leads.reassign') }).waitFor()
  await settled(window)
  await look({ name: 'lead', window })
  for (const [move, name] of [
    ['leads.move.lost', 'lead-move'],
    ['leads.reassign', 'lead-assign'],
  ] as const) {
    await next.getByRole('button', { name: say(move) }).click()
    await window.getByRole('dialog').waitFor()
    await settled(window)
    await look({ name, window, over: true })
    await window.keyboard.press('Escape')
    await window.getByRole('dialog').waitFor({ state: 'detached' })
  }
}
