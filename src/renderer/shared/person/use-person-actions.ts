import { type KeyboardEvent, useState } from 'react'
import type { Customer360 } from '../../../shared/contract/customers.ts'
import { isComposing } from '../../ui/composition.ts'
import { useFlagPad } from '../work/flag/use-flag-pad.ts'
import { useContactWish } from './use-contact-wish.ts'

/**
 * What can be done with the person on the screen, in the panel as in the strip: letters flag, key F4 refers the person,
 * key F6 records a contact, Esc leaves.
 */
export function usePersonActions(customer: Customer360, leave: () => void) {
  // A flag is on its way from its key until the person has been read again.
  const [flagging, setFlagging] = useState<'saving' | Customer360 | null>(null)
  const pad = useFlagPad(customer.uid, {
    onFlagging: () => setFlagging('saving'),
    onFlagged: () => setFlagging(customer),
    onFailed: () => setFlagging(null),
  })
  const contact = useContactWish(customer.intents, flagging === 'saving' || flagging === customer)
  const [referring, setReferring] = useState(false)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || !event.currentTarget.contains(event.target as Node)) return
    if (event.key === 'F6') return contact.ask()
    contact.forget()
    if (event.key === 'F4') setReferring(true)
    else if (event.key === 'Escape') leave()
    else pad.onKeyDown(event)
  }
  return {
    pad,
    contact,
    referring,
    refer: () => setReferring(true),
    endReferring: () => setReferring(false),
    onKeyDown,
  }
}

export type PersonActions = ReturnType<typeof usePersonActions>
