import type { Locator } from 'playwright-core'
import {
  CHANNELS,
  type Channel,
  closesChannel,
  OUTCOMES,
  type Outcome,
} from '../../../src/shared/domain/work/contact.ts'
import type { Spoken } from './words.ts'

/** The dialog that takes a contact. */
export function contactDialog({ window, say }: Spoken): Locator {
  return window.getByRole('dialog').filter({ hasText: say('followups.contact.channel') })
}

/** Records a contact in the open dialog with three keys: channel, outcome, Enter (F6). */
export async function recordContact(spoken: Spoken, channel: Channel, outcome: Outcome): Promise<void> {
  const { keyboard } = spoken.window
  await contactDialog(spoken).getByRole('radio').first().waitFor()
  await keyboard.press(String(CHANNELS.indexOf(channel) + 1))
  await keyboard.press(String(OUTCOMES.indexOf(outcome) + 1))
  await keyboard.press('Enter')
  // A refusal is asked for twice.
  if (closesChannel(outcome)) await keyboard.press('Enter')
  await contactDialog(spoken).waitFor({ state: 'hidden' })
}
