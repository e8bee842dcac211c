import { useEffect, useState } from 'react'
import type { CustomerField, RevealGroup, SourcedField } from '../../../../shared/contract/customers.ts'
import type { CallError } from '../../../ipc/call-error.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { useWhenClosed } from '../../../ipc/session.tsx'

/** Ours: long enough to write a number down, short enough not to be left standing on the screen. */
const SHOWN_SECONDS = 60
const MS_PER_SECOND = 1000

export interface Revealed {
  /** What is in the clear at the moment. */
  readonly fields: ReadonlyMap<CustomerField, SourcedField>
  readonly seconds: number
  readonly busy: boolean
  readonly error: CallError | null
  /** Asks for a group of fields, with the reason that goes into the audit (P2). */
  reveal(group: RevealGroup, reason: string, onShown: () => void): void
}

const NOTHING: ReadonlyMap<CustomerField, SourcedField> = new Map()

/** Fields of one person in the clear for a minute; then, or with the lock, the panel is masked again by itself. */
export function useRevealed(customerUid: string): Revealed {
  const [fields, setFields] = useState(NOTHING)
  const command = useCommand('customers.reveal')
  useEffect(() => {
    if (fields.size === 0) return
    const mask = setTimeout(() => setFields(NOTHING), SHOWN_SECONDS * MS_PER_SECOND)
    return () => clearTimeout(mask)
  }, [fields])
  useWhenClosed(() => {
    setFields(NOTHING)
    command.reset()
  })
  return {
    fields,
    seconds: SHOWN_SECONDS,
    busy: command.isPending,
    error: command.error,
    reveal: (group, reason, onShown) =>
      command.mutate(
        { uid: customerUid, group, reason },
        {
          onSuccess: (clear) => {
            setFields(new Map(clear.map((each) => [each.field, each])))
            // Clear values live in this component alone, not among the answers that are kept.
            command.reset()
            onShown()
          },
        },
      ),
  }
}
