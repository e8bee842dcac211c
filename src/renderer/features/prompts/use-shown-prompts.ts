import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { prompts, type ShownPrompts } from '../../../shared/contract/prompts.ts'
import { call, listen } from '../../ipc/bridge.ts'
import type { CallError } from '../../ipc/call-error.ts'
import { useOperation } from '../../ipc/operations.ts'

interface ShownNow {
  readonly data: ShownPrompts | undefined
  readonly error: CallError | null
  /** Puts what an answer led to in the place of what was shown. */
  replace(shown: ShownPrompts): void
}

/** Shows a person's prompts, and again when work with them or their visit changed what there is to say. */
export function useShownPrompts(customerUid: string, visitUid: string | null): ShownNow {
  const client = useQueryClient()
  const queryKey = ['prompts.show', customerUid, visitUid]
  const { data, error, refetch } = useQuery<ShownPrompts, CallError>({
    queryKey,
    queryFn: () => call('prompts.show', { customerUid, visitUid }),
    gcTime: 0,
  })
  useEffect(
    () =>
      listen('tables', ({ tables }) => {
        if (prompts.show.follows.some((table) => tables.includes(table))) void refetch()
      }),
    [refetch],
  )
  useVisitChange(customerUid, () => void refetch())
  return { data, error, replace: (shown) => client.setQueryData(queryKey, shown) }
}

/**
 * Tells when the person came, went, or asked not to be disturbed. Other people's visits change many times an hour, and
 * each showing leaves its link in the audit, so this person's visit is looked at first.
 */
function useVisitChange(customerUid: string, onChange: () => void): void {
  const standsIn = (earlier: { readonly customerUid: string }) => earlier.customerUid === customerUid
  const visit = useOperation('lobby.visitOf', { customerUid }, { standsIn })
  const standing =
    visit.data === undefined ? null : `${visit.data?.uid ?? ''} ${visit.data?.doNotDisturb ?? ''}`
  const known = useRef<string | null>(null)
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => {
    if (standing === null) return
    if (known.current !== null && known.current !== standing) latest.current()
    known.current = standing
  }, [standing])
}
