import type { Visit } from '../../../shared/contract/lobby.ts'

/** What of the hall concerns one teller: whom they serve, the next who waits, and how many wait. */
export function visitorsFor<V extends Pick<Visit, 'state' | 'servedBy' | 'arrivedAt'>>(
  visits: readonly V[],
  staffNo: string,
): { readonly serving: readonly V[]; readonly next: V | null; readonly waiting: number } {
  const waiting = visits
    .filter(({ state }) => state === 'waiting')
    .sort((one, other) => one.arrivedAt - other.arrivedAt)
  return {
    serving: visits.filter(({ state, servedBy }) => state === 'serving' && servedBy === staffNo),
    next: waiting[0] ?? null,
    waiting: waiting.length,
  }
}
