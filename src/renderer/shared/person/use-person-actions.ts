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
  const pad = useFlagPad(customer.uid)
  const contact = useContactWish(customer.intents)
  const [referring, setReferring] = useState(false)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || !event.currentTarget.contains(event.target as Node)) return
    if (event.key === 'F6') return contact.recordFirst()
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
