import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Customer360 } from '../../../shared/contract/customers.ts'
import { call, listen } from '../../door/bridge.ts'
import type { DoorError } from '../../door/door-error.ts'

/**
 * Tables whose change the open panel follows: work done with the customer while they are on the screen. Each reading
 * again is one more view in the audit, of a person already counted today; an import's changes wait until somebody
 * chooses the person anew.
 */
const WORK_TABLES: readonly string[] = [
  'intent',
  'intent_evidence',
  'contact',
  'refusal',
  'consent',
  'complaint',
]

export interface OpenedCustomer {
  readonly data: Customer360 | undefined
  readonly error: DoorError | null
  /** Reads the panel again after something that was done in it. */
  readAgain(): void
}

/** Opens a person. What was seen is forgotten as soon as nothing on the screen shows it any more. */
export function useOpenedCustomer(customerUid: string): OpenedCustomer {
  const { data, error, refetch } = useQuery<Customer360, DoorError>({
    queryKey: ['customers.open', customerUid],
    queryFn: () => call('customers.open', { uid: customerUid }),
    gcTime: 0,
  })
  useEffect(
    () =>
      listen('tables', ({ tables }) => {
        if (WORK_TABLES.some((table) => tables.includes(table))) void refetch()
      }),
    [refetch],
  )
  return { data, error, readAgain: () => void refetch() }
}
