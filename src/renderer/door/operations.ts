import {
  type InfiniteData,
  keepPreviousData,
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
import type { DoorError } from './door-error.ts'

/**
 * Tables that each query reads. When a committed write changed one of them, wherever it was made, the query refreshes.
 * `customers.open` is not here: opening somebody is recorded as seeing them, so it happens only when a person asks.
 */
const READS: Readonly<Record<EngineReadName, readonly string[]>> = {
  'session.whoami': [],
  'arrivals.events': ['arrival_event', 'visit', 'visit_ticket'],
  'staff.list': ['staff'],
  'customers.search': ['customer', 'search_key', 'visit', 'visit_ticket'],
  'customers.browse': ['customer', 'customer_facts'],
  'customers.counts': ['customer', 'customer_facts'],
  'customers.timeline': ['txn', 'timeline_event', 'contact', 'intent', 'intent_evidence'],
  'trust.day': ['audit', 'staff', 'setting'],
  'trust.looks': ['audit'],
  'trust.retentionPlan': [
    'visit',
    'arrival_event',
    'lead',
    'prompt',
    'notice',
    'import_run',
    'retention_run',
    'setting',
  ],
  'consents.register': ['consent', 'refusal', 'channel_reopening', 'lead', 'customer'],
  'customers.duplicates': ['duplicate_pair', 'customer'],
  'lobby.board': [
    'visit',
    'visit_ticket',
    'customer',
    'customer_facts',
    'lead',
    'prompt',
    'contact',
    'intent',
    'referral',
    'refusal',
    'complaint',
    'setting',
  ],
  'lobby.visitOf': ['visit', 'visit_ticket', 'customer'],
  'intents.list': ['intent', 'intent_evidence', 'customer_facts'],
  'leads.list': ['lead', 'staff', 'customer_facts', 'setting'],
  'leads.find': ['lead', 'staff', 'customer_facts'],
  'leads.counts': ['lead'],
  'leads.load': ['lead', 'intent', 'referral', 'staff'],
  'leads.consentText': ['consent_text'],
  'followups.list': ['intent', 'contact', 'refusal', 'complaint', 'setting', 'year_notice', 'day_override'],
  'followups.previewDue': ['setting', 'year_notice', 'day_override'],
  'followups.prints': ['list_print'],
  'followups.eveningCheck': ['list_print', 'intent', 'contact', 'setting', 'year_notice', 'day_override'],
  'prompts.report': ['prompt'],
  'imports.list': ['import_run'],
  'imports.get': ['import_run'],
  'referrals.list': ['referral', 'referral_step', 'customer', 'lead', 'staff', 'setting', 'day_override'],
  'referrals.suggest': ['intent', 'lead', 'referral', 'route', 'staff', 'customer_facts'],
  'referrals.routes': ['route'],
  'referrals.preview': ['intent', 'lead', 'referral', 'staff', 'customer_facts'],
  'settings.get': ['setting'],
  'settings.calendar': ['year_notice', 'day_override'],
  'notices.list': ['notice', 'intent', 'referral', 'customer_facts'],
  'audit.list': ['audit'],
  'audit.verify': [],
}

/** One client a window. Answers come from this machine, so nothing is retried and nothing goes stale by time. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
    },
  })
  listen('tables', ({ tables }) => {
    const names = Object.entries(READS).filter(([, reads]) => reads.some((table) => tables.includes(table)))
    for (const [name] of names) void client.invalidateQueries({ queryKey: [name] })
  })
  // What one person saw must not be on the screen of the next.
  listen('session', ({ state }) => {
    if (state !== 'open') client.clear()
    // Told to a window that is open already, it is a new day: overdue, today and the hall are others now.
    else void client.invalidateQueries()
  })
  return client
}

/** Reads through the door and keeps the answer fresh. While a new input loads, the last answer stays on the screen. */
export function useOperation<N extends EngineReadName>(
  name: N,
  input: InputOf<N>,
  options: {
    readonly enabled?: boolean
    /** Whether the answer to that earlier input may stand in while this one loads; any may where nothing is said. */
    readonly standsIn?: (earlier: InputOf<N>) => boolean
  } = {},
): UseQueryResult<ResultOf<N>, DoorError> {
  const { enabled = true, standsIn = () => true } = options
  return useQuery<ResultOf<N>, DoorError, ResultOf<N>, readonly [N, InputOf<N>]>({
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
): UseInfiniteQueryResult<InfiniteData<Page, string | null>, DoorError> {
  return useInfiniteQuery<
    Page,
    DoorError,
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

/** Does something through the door. */
export function useCommand<N extends OperationName>(
  name: N,
): UseMutationResult<ResultOf<N>, DoorError, InputOf<N>> {
  return useMutation<ResultOf<N>, DoorError, InputOf<N>>({ mutationFn: (input) => call(name, input) })
}
