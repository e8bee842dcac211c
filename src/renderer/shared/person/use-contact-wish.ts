import { useState } from 'react'
import type { OpenIntent } from '../../../shared/contract/customers.ts'

/** Key F6 asks for the first open intent, whichever that is by the time there is one. */
type Wish = OpenIntent | 'first' | null

export interface ContactWish {
  /** The intent whose contact is being recorded. */
  readonly intent: OpenIntent | null
  /** Key F6 was pressed and there is nothing open that a contact could belong to. */
  readonly nothingOpen: boolean
  record(intent: OpenIntent): void
  recordFirst(): void
  forget(): void
}

/**
 * Which open intent of a person a contact is being recorded for (F6). A flag is saved before the panel has read it back,
 * so a key F6 right behind the two keys of a flag waits for it instead of being lost; the next key of any other kind takes
 * the wish back, so that no dialog opens under somebody who has gone on.
 */
export function useContactWish(intents: readonly OpenIntent[]): ContactWish {
  const [wish, setWish] = useState<Wish>(null)
  const [first] = intents
  // From here on it is this intent's dialog, whatever the order of the list becomes meanwhile.
  if (wish === 'first' && first !== undefined) setWish(first)
  return {
    intent: wish === 'first' ? null : wish,
    nothingOpen: wish === 'first' && first === undefined,
    record: setWish,
    recordFirst: () => setWish('first'),
    forget: () => setWish(null),
  }
}
