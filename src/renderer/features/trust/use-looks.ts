import { useCallback, useMemo } from 'react'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { Look, StaffLooks } from '../../../shared/contract/trust.ts'
import { call } from '../../door/bridge.ts'
import type { DoorError } from '../../door/door-error.ts'
import { usePages } from '../../door/operations.ts'

/** Whose looks are read: somebody's on a day, or everybody's at one customer. */
export type LooksAbout =
  | { readonly kind: 'staff'; readonly staff: StaffLooks; readonly on: string }
  | { readonly kind: 'customer'; readonly customerUid: string; readonly name: string }

/** The looks as far back as they were asked for; undefined until the first page is there. */
export function useLooks(about: LooksAbout): {
  readonly looks: readonly Look[] | undefined
  readonly error: DoorError | null
  readOlder(): void
} {
  const asked: InputOf<'trust.looks'>['about'] =
    about.kind === 'staff'
      ? { kind: 'day', on: about.on, staffNo: about.staff.staffNo }
      : { kind: 'customer', customerUid: about.customerUid }
  const { data, error, isPlaceholderData, hasNextPage, isFetching, fetchNextPage } = usePages(
    'trust.looks',
    asked,
    async (cursor) => {
      const { looks, nextCursor } = await call('trust.looks', { about: asked, cursor })
      return { looks, nextCursor }
    },
  )
  const looks = useMemo(
    // Another list's rows would be read under this one's heading.
    () => (isPlaceholderData ? undefined : data?.pages.flatMap((page) => page.looks)),
    [data, isPlaceholderData],
  )
  const readOlder = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  return { looks, error, readOlder }
}
