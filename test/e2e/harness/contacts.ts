import type { Locator } from 'playwright-core'
import {
  CHANNELS,
  type Channel,
  closesChannel,
  OUTCOMES,
  type Outcome,
} from '../../../src/shared/domain/work/contact.ts'
import { strike } from './keyboard.ts'
import type { Spoken } from './words.ts'

/** The dialog that takes a contact. */
export function contactDialog({ window, say }: Spoken): Locator {
  return window.getByRole('dialog').filter({ hasText: say('followups.contact.channel') })
}

/** Records a contact in the open dialog with three keys: channel, outcome, Enter (F6). */
export async function recordContact(spoken: Spoken, channel: Channel, outcome: Outcome): Promise<void> {
  await contactDialog(spoken).getByRole('radio').first().waitFor()
  const choices = [CHANNELS.indexOf(channel), OUTCOMES.indexOf(outcome)].map((place) => String(place + 1))
  // A refusal is asked for twice.
  await strike(spoken.window, ...choices, 'Enter', ...(closesChannel(outcome) ? ['Enter'] : []))
  await contactDialog(spoken).waitFor({ state: 'hidden' })
}
