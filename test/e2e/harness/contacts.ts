import type { Locator } from 'playwright-core'
import { CHANNELS, type Channel, OUTCOMES, type Outcome } from '../../../src/shared/domain/contact.ts'
import type { Workstation } from './workstation.ts'

/** The dialog that takes a contact. */
export function contactDialog({ window, say }: Workstation): Locator {
  return window.getByRole('dialog').filter({ hasText: say('followups.contact.channel') })
}

/** Records a contact in the open dialog with three keys: channel, outcome, Enter (F6). */
export async function recordContact(
  workstation: Workstation,
  channel: Channel,
  outcome: Outcome,
): Promise<void> {
  const { keyboard } = workstation.window
  await contactDialog(workstation).getByRole('radio').first().waitFor()
  await keyboard.press(String(CHANNELS.indexOf(channel) + 1))
  await keyboard.press(String(OUTCOMES.indexOf(outcome) + 1))
  await keyboard.press('Enter')
  await contactDialog(workstation).waitFor({ state: 'hidden' })
}
