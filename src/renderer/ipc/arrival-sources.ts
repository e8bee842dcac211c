import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ArrivalSources } from '../../shared/contract/arrivals.ts'
import { call, listen } from './bridge.ts'
import type { CallError } from './call-error.ts'

const KEY = ['arrivals.sources']

/** The sources of arrivals of this PC, as they stand now. */
export function useArrivalSources(): UseQueryResult<ArrivalSources, CallError> {
  const client = useQueryClient()
  useEffect(() => listen('arrivals', (sources) => client.setQueryData(KEY, sources)), [client])
  return useQuery<ArrivalSources, CallError>({
    queryKey: KEY,
    queryFn: () => call('arrivals.sources', {}),
  })
}
