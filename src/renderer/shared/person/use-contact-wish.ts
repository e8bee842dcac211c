import { useState } from 'react'
import type { OpenIntent } from '../../../shared/contract/customers.ts'

/** Key F6 asks for whatever is open by the time it is known; a button names its intent. */
type Wish = 'asked' | { readonly intents: readonly OpenIntent[] } | null

export interface ContactWish {
  /** What the contact may be about: one intent, several to choose from, none for the customer alone; null for no contact. */
  readonly intents: readonly OpenIntent[] | null
  record(intent: OpenIntent): void
  ask(): void
  forget(): void
}

/**
 * What a contact is being recorded about (F6). A flag is saved before the panel has read it back, so a key F6 right
 * behind the two keys of a flag waits for it instead of being lost; the next key of any other kind takes the wish back,
 * so that no dialog opens under somebody who has gone on.
 * @param flagging while a flag is on its way
 */
export function useContactWish(intents: readonly OpenIntent[], flagging: boolean): ContactWish {
  const [wish, setWish] = useState<Wish>(null)
  // From here on it is these intents' dialog, whatever the list becomes meanwhile.
  if (wish === 'asked' && !flagging) setWish({ intents })
  return {
    intents: wish === 'asked' || wish === null ? null : wish.intents,
    record: (intent) => setWish({ intents: [intent] }),
    ask: () => setWish('asked'),
    forget: () => setWish(null),
  }
}
