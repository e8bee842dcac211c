import { useCallback, useMemo } from 'react'
import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { call } from '../../door/bridge.ts'
import type { DoorError } from '../../door/door-error.ts'
import { usePages } from '../../door/operations.ts'

/** Links fetched at a time: a few screens of them. */
const PAGE = 100

interface Page {
  readonly entries: readonly AuditEntry[]
  readonly nextCursor: string | null
}

async function readPage(cursor: string | null): Promise<Page> {
  const beforeSeq = cursor === null ? null : Number(cursor)
  const entries = await call('audit.list', { beforeSeq, limit: PAGE })
  const last = entries.at(-1)
  const ended = entries.length < PAGE || last === undefined
  return { entries, nextCursor: ended ? null : String(last.seq) }
}

/** The audit's links as far back as they were asked for; undefined until the first page is there. */
export function useAuditEntries(): {
  readonly entries: readonly AuditEntry[] | undefined
  readonly error: DoorError | null
  readOlder(): void
} {
  const { data, error, hasNextPage, isFetching, fetchNextPage } = usePages('audit.list', 'all', readPage)
  const entries = useMemo(() => data?.pages.flatMap((page) => page.entries), [data])
  const readOlder = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  return { entries, error, readOlder }
}
