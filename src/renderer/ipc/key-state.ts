import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { KeyState } from '../../shared/contract/staff.ts'
import { call } from './bridge.ts'
import type { CallError } from './call-error.ts'

/** A slot changes shortly after its row, and no table tells of it. Our own default. */
const ASKED_AGAIN_MS = 3_000

/** Whether the data key is due to be changed, as it stands now. */
export function useKeyState(): UseQueryResult<KeyState, CallError> {
  return useQuery<KeyState, CallError>({
    queryKey: ['staff.keyState'],
    queryFn: () => call('staff.keyState', {}),
    refetchInterval: ASKED_AGAIN_MS,
  })
}
