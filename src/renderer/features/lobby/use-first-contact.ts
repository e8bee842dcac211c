import { useState } from 'react'
import type { Visit } from '../../../shared/contract/lobby.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { Business } from '../../../shared/domain/lobby/visit.ts'
import type { CallError } from '../../ipc/call-error.ts'
import { useCommand } from '../../ipc/operations.ts'
import { useProductLetters } from '../../shared/keys/product-letters.ts'
import { type Asking, contactKey } from './contact-keys.ts'

export interface FirstContactState {
  readonly visit: Visit
  /** What the next key answers; null while one of the three buttons is next. */
  readonly asking: Asking
  /** The branch's letters of the products, in their order. */
  readonly letters: string
  readonly error: CallError | null
  ask(asking: Asking): void
  setBusiness(business: Business): void
  setClue(product: ProductCode): void
  toggleDoNotDisturb(): void
  /** Takes a key by its place on the keyboard (`KeyboardEvent.code`). @returns whether it meant something */
  press(code: string): boolean
}

/** The first contact with one visitor (L5). */
export function useFirstContact(visit: Visit): FirstContactState {
  const [asking, setAsking] = useState<{ readonly of: string; readonly asking: Asking }>({
    of: visit.uid,
    asking: null,
  })
  const letters = useProductLetters()
  const command = useCommand('lobby.firstContact')
  // Another visitor begins with the three buttons.
  const current = asking.of === visit.uid ? asking.asking : null
  const ask = (next: Asking) => setAsking({ of: visit.uid, asking: next })
  const find = (found: Parameters<typeof command.mutate>[0]['found']) => {
    ask(null)
    command.mutate({ visitUid: visit.uid, found })
  }
  const setBusiness = (business: Business) => find({ kind: 'business', business })
  // The same product again takes it away: a slip must be as quick to mend as to make.
  const setClue = (product: ProductCode) =>
    find({ kind: 'clue', product: product === visit.clue ? null : product })
  const toggleDoNotDisturb = () => find({ kind: 'do-not-disturb', on: !visit.doNotDisturb })
  const press = (code: string) => {
    const key = contactKey(code, current, letters)
    switch (key?.kind) {
      case undefined:
        return false
      case 'ask':
        ask(key.asking)
        return true
      case 'business':
        setBusiness(key.business)
        return true
      case 'clue':
        setClue(key.product)
        return true
      case 'do-not-disturb':
        toggleDoNotDisturb()
        return true
    }
  }
  return {
    visit,
    asking: current,
    letters,
    error: command.error,
    ask,
    setBusiness,
    setClue,
    toggleDoNotDisturb,
    press,
  }
}
