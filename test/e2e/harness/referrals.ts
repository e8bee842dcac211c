import type { Locator } from 'playwright-core'
import { enterCode } from './command-box.ts'
import type { Spoken } from './words.ts'
import type { Workstation } from './workstation.ts'

/** The dialog that hands a person on. */
export function referDialog({ window, say }: Spoken): Locator {
  return window.getByRole('dialog', { name: say('referrals.refer.title', { name: '' }).trim() })
}

/** From the open panel, by keyboard: key F4, the digit of the receiver, the digit of a reason, Enter. */
export async function referTo(spoken: Spoken, receiver: string, reason = '1'): Promise<void> {
  const { window } = spoken
  await window.keyboard.press('F4')
  const dialog = referDialog(spoken)
  const choice = dialog.getByRole('radio', { name: receiver })
  await choice.waitFor()
  const digit = (await choice.innerText()).charAt(0)
  await window.keyboard.press(digit)
  await window.keyboard.press(reason)
  await window.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
}

/** Goes to the referrals by their code; gives the rows. */
export async function openReferrals(workstation: Workstation): Promise<Locator> {
  await enterCode(workstation, 'ZJ')
  const { window, say } = workstation
  const list = window.getByRole('listbox', { name: say('referrals.list') })
  return list.getByRole('option')
}

/** What happened to the referral that the cursor is at. */
export function history({ window, say }: Workstation): Locator {
  return window.getByRole('region', { name: say('referrals.history') }).getByRole('listitem')
}
