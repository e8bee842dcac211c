import { useCallback, useMemo } from 'react'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { AccessEntry, StaffAccess } from '../../../shared/contract/privacy.ts'
import { call } from '../../ipc/bridge.ts'
import type { CallError } from '../../ipc/call-error.ts'
import { usePages } from '../../ipc/operations.ts'

/** Whose looks are read: somebody's on a day, or everybody's at one customer. */
export type AccessSubject =
  | { readonly kind: 'staff'; readonly staff: StaffAccess; readonly on: string }
  | { readonly kind: 'customer'; readonly customerUid: string; readonly name: string }

/** The looks as far back as they were asked for; undefined until the first page is there. */
export function useAccessLog(about: AccessSubject): {
  readonly accessLog: readonly AccessEntry[] | undefined
  readonly error: CallError | null
  readOlder(): void
} {
  const asked: InputOf<'privacy.accessLog'>['about'] =
    about.kind === 'staff'
      ? { kind: 'day', on: about.on, staffNo: about.staff.staffNo }
      : { kind: 'customer', customerUid: about.customerUid }
  const { data, error, isPlaceholderData, hasNextPage, isFetching, fetchNextPage } = usePages(
    'privacy.accessLog',
    asked,
    async (cursor) => {
      const { accessLog, nextCursor } = await call('privacy.accessLog', { about: asked, cursor })
      return { accessLog, nextCursor }
    },
  )
  const accessLog = useMemo(
    // Another list's rows would be read under this one's heading.
    () => (isPlaceholderData ? undefined : data?.pages.flatMap((page) => page.accessLog)),
    [data, isPlaceholderData],
  )
  const readOlder = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  return { accessLog, error, readOlder }
}
