import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Customer360, customers } from '../../../shared/contract/customers.ts'
import { call, listen } from '../../ipc/bridge.ts'
import type { CallError } from '../../ipc/call-error.ts'

export interface OpenedCustomer {
  readonly data: Customer360 | undefined
  readonly error: CallError | null
  /** Reads the panel again after something that was done in it. */
  readAgain(): void
}

/** Opens a person. What was seen is forgotten as soon as nothing on the screen shows it any more. */
export function useOpenedCustomer(customerUid: string): OpenedCustomer {
  const { data, error, refetch } = useQuery<Customer360, CallError>({
    queryKey: ['customers.open', customerUid],
    queryFn: () => call('customers.open', { uid: customerUid }),
    gcTime: 0,
  })
  useEffect(
    () =>
      listen('tables', ({ tables }) => {
        if (customers.open.follows.some((table) => tables.includes(table))) void refetch()
      }),
    [refetch],
  )
  return { data, error, readAgain: () => void refetch() }
}
