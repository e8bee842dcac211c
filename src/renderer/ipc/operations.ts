import {
  type InfiniteData,
  keepPreviousData,
  notifyManager,
  QueryClient,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import type { EngineReadName, InputOf, OperationName, ResultOf } from '../../shared/contract/index.ts'
import { call, listen } from './bridge.ts'
import type { CallError } from './call-error.ts'

/** Read when the first session opens: the sign-in has no use for the contract's schemas. */
const loadRefresh = () => import('./refresh.ts')

/** One client a window. Answers come from this machine, so nothing is retried and nothing goes stale by time. */
export function createQueryClient(): QueryClient {
  // By itself the library tells its readers a timer later. On a busy machine keys overtake timers: the key behind the Esc
  // that closes a preview would still find it open, and be lost.
  notifyManager.setScheduler(queueMicrotask)
  const client = new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
    },
  })
  listen('tables', ({ tables }) => {
    void loadRefresh().then(({ refreshReaders }) => refreshReaders(client, tables))
  })
  listen('session', ({ state }) => {
    // Told to a window that is open already, it is a new day: overdue, today and the lobby are others now. Told to one
    // that was locked, much may have changed meanwhile.
    if (state === 'open') void client.invalidateQueries()
    // What one person saw must not be on the screen of the next. Locked, the screen waits for the same person.
    else if (state !== 'locked') client.clear()
  })
  return client
}

/** Reads through the router and keeps the answer fresh. While a new input loads, the last answer stays on the screen. */
export function useOperation<N extends EngineReadName>(
  name: N,
  input: InputOf<N>,
  options: {
    readonly enabled?: boolean
    /** Whether the answer to that earlier input may stand in while this one loads; any may where nothing is said. */
    readonly standsIn?: (earlier: InputOf<N>) => boolean
  } = {},
): UseQueryResult<ResultOf<N>, CallError> {
  const { enabled = true, standsIn = () => true } = options
  return useQuery<ResultOf<N>, CallError, ResultOf<N>, readonly [N, InputOf<N>]>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    placeholderData: (last, asked) => (asked !== undefined && standsIn(asked.queryKey[1]) ? last : undefined),
    enabled,
  })
}

/**
 * Reads a list page by page, as far as it was scrolled. While another list loads, the last one stays on the screen.
 * @param key names the list among all that `name` can read
 * @param read fetches the page behind a cursor; null is the first
 */
export function usePages<Page extends { readonly nextCursor: string | null }>(
  name: EngineReadName,
  key: unknown,
  read: (cursor: string | null) => Promise<Page>,
): UseInfiniteQueryResult<InfiniteData<Page, string | null>, CallError> {
  return useInfiniteQuery<
    Page,
    CallError,
    InfiniteData<Page, string | null>,
    readonly unknown[],
    string | null
  >({
    queryKey: [name, 'pages', key],
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

/** Does something through the router. */
export function useCommand<N extends OperationName>(
  name: N,
): UseMutationResult<ResultOf<N>, CallError, InputOf<N>> {
  return useMutation<ResultOf<N>, CallError, InputOf<N>>({ mutationFn: (input) => call(name, input) })
}
