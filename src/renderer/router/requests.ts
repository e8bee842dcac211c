import type { Visit } from '../../shared/contract/lobby.ts'

/** The visit that a stranger is entered from. */
export type EntryVisit = Pick<Visit, 'uid' | 'arrivedAt' | 'tickets'>

/**
 * Something that is asked for in one place and done once in another, by a screen that may have to open first: the daily
 * list, the morning sheet, the form of an arrival, a scanned row, a lead, the keys for a person who was just chosen.
 */
export type Request =
  | { readonly kind: 'print-list' | 'print-morning' | 'arrival' | 'enter-person' }
  | { readonly kind: 'row'; readonly barcode: string }
  | { readonly kind: 'lead'; readonly leadUid: string }
  /** A stranger's entry, begun from their visit, or with what was typed when nobody was found. */
  | { readonly kind: 'quick-lead'; readonly typed: string; readonly from?: EntryVisit }

export type RequestOf<K extends Request['kind']> = Extract<Request, { readonly kind: K }>

/** A request that nobody has taken up yet. */
export interface WaitingRequest {
  /** Counts up, so that asking for the same again is another request. */
  readonly id: number
  readonly request: Request
}

/** The queue with one more request. Of a kind only the latest waits: who scans two rows in a hurry means the second. */
export function withRequest(
  queue: readonly WaitingRequest[],
  waiting: WaitingRequest,
): readonly WaitingRequest[] {
  return [...queue.filter(({ request }) => request.kind !== waiting.request.kind), waiting]
}

/** The request of a kind that waits; undefined where none does. */
export function waitingOf<K extends Request['kind']>(
  queue: readonly WaitingRequest[],
  kind: K,
): { readonly id: number; readonly request: RequestOf<K> } | undefined {
  for (const { id, request } of queue) if (isOf(request, kind)) return { id, request }
  return undefined
}

function isOf<K extends Request['kind']>(request: Request, kind: K): request is RequestOf<K> {
  return request.kind === kind
}
