import type { Role } from '../branch/roles.ts'
import type { ValueLevel } from '../customer/value.ts'
import { type IntentLevel, LEVELS } from './intent.ts'
import { type Candidate, leastLoadedOf } from './referral.ts'

export const VALUES = ['high', 'mid', 'low'] as const satisfies readonly ValueLevel[]

/** Roles that deal with customers. */
export const ROUTE_ROLES = ['teller', 'lobby', 'rm', 'head'] as const satisfies readonly Role[]
export type RouteRole = (typeof ROUTE_ROLES)[number]

/** A named person, or whoever of a role has the least open work. */
export type RouteTarget =
  | { readonly kind: 'person'; readonly no: string }
  | { readonly kind: 'role'; readonly role: RouteRole }

/** Who gets work of that value and level, and who when they do not take it (I4). */
export interface Route {
  readonly value: ValueLevel
  readonly level: IntentLevel
  readonly to: RouteTarget
  readonly backup: RouteTarget | null
}

const TO_MANAGER: RouteTarget = { kind: 'role', role: 'rm' }
const TO_LOBBY: RouteTarget = { kind: 'role', role: 'lobby' }
const TO_HEAD: RouteTarget = { kind: 'role', role: 'head' }

/**
 * The table a branch starts with (I4): a valuable customer with an intent goes to a manager, with the head as backup;
 * little value and a weak intent go to the lobby. The cells in between are our own default.
 */
export const DEFAULT_ROUTES: readonly Route[] = [
  { value: 'high', level: 'high', to: TO_MANAGER, backup: TO_HEAD },
  { value: 'high', level: 'mid', to: TO_MANAGER, backup: TO_HEAD },
  { value: 'high', level: 'low', to: TO_MANAGER, backup: TO_LOBBY },
  { value: 'mid', level: 'high', to: TO_MANAGER, backup: TO_LOBBY },
  { value: 'mid', level: 'mid', to: TO_MANAGER, backup: TO_LOBBY },
  { value: 'mid', level: 'low', to: TO_LOBBY, backup: TO_MANAGER },
  { value: 'low', level: 'high', to: TO_MANAGER, backup: TO_LOBBY },
  { value: 'low', level: 'mid', to: TO_LOBBY, backup: TO_MANAGER },
  { value: 'low', level: 'low', to: TO_LOBBY, backup: TO_MANAGER },
]

/** How the receiver was found: as the table says, by its backup, or by nobody being there. */
export type RoutedBy = 'person' | 'least-load' | 'backup' | 'nobody'

export interface Routed {
  readonly receiver: Candidate | null
  readonly backup: Candidate | null
  readonly by: RoutedBy
}

/** The cell of a table; a table that lacks it is read with the cell the branch started with. */
export function routeFor(routes: readonly Route[], value: ValueLevel, level: IntentLevel): Route {
  const matches = (route: Route) => route.value === value && route.level === level
  return routes.find(matches) ?? DEFAULT_ROUTES.find(matches) ?? { value, level, to: TO_HEAD, backup: null }
}

/**
 * Who gets a piece of work (I4). The same table, staff and loads give the same answer.
 * @param candidates active staff who deal with customers
 * @param exceptNo who hands it on; never the receiver
 */
export function whoGets(
  { to, backup }: Pick<Route, 'to' | 'backup'>,
  candidates: readonly Candidate[],
  exceptNo: string | null = null,
): Routed {
  const free = candidates.filter(({ no }) => no !== exceptNo)
  const first = pick(to, free)
  const second = backup === null ? null : pick(backup, first === null ? free : without(free, first))
  if (first !== null) {
    return { receiver: first, backup: second, by: to.kind === 'person' ? 'person' : 'least-load' }
  }
  return { receiver: second, backup: null, by: second === null ? 'nobody' : 'backup' }
}

/** A piece of today's work, as far as routing asks. */
export interface RoutedWork {
  readonly value: ValueLevel
  readonly level: IntentLevel
}

export interface RoutedCell extends RoutedWork {
  readonly count: number
  readonly receivers: readonly { readonly no: string; readonly count: number }[]
  readonly unplaced: number
}

/**
 * Assigns today's work by a table, one piece after the other. Each piece adds to the load of whoever got it, so that the
 * work spreads over the people of a role (I4).
 * @param work in the order in which it would be dealt out
 * @returns all nine cells
 */
export function dealOut(
  work: readonly RoutedWork[],
  routes: readonly Route[],
  candidates: readonly Candidate[],
): readonly RoutedCell[] {
  const loads = new Map(candidates.map((candidate) => [candidate.no, candidate.load]))
  const dealt = new Map<string, string[]>()
  const unplaced = new Map<string, number>()
  for (const { value, level } of work) {
    const now = candidates.map((candidate) => ({ ...candidate, load: loads.get(candidate.no) ?? 0 }))
    const { receiver } = whoGets(routeFor(routes, value, level), now)
    const cell = cellKey(value, level)
    if (receiver === null) {
      unplaced.set(cell, (unplaced.get(cell) ?? 0) + 1)
      continue
    }
    loads.set(receiver.no, receiver.load + 1)
    dealt.set(cell, [...(dealt.get(cell) ?? []), receiver.no])
  }
  return VALUES.flatMap((value) =>
    LEVELS.map((level) => {
      const cell = cellKey(value, level)
      const receivers = counted(dealt.get(cell) ?? [])
      const left = unplaced.get(cell) ?? 0
      return { value, level, receivers, unplaced: left, count: (dealt.get(cell)?.length ?? 0) + left }
    }),
  )
}

function pick(target: RouteTarget, candidates: readonly Candidate[]): Candidate | null {
  if (target.kind === 'person') return candidates.find(({ no }) => no === target.no) ?? null
  return leastLoadedOf(candidates, [target.role]) ?? null
}

function without(candidates: readonly Candidate[], { no }: Candidate): readonly Candidate[] {
  return candidates.filter((candidate) => candidate.no !== no)
}

function cellKey(value: ValueLevel, level: IntentLevel): string {
  return `${value}/${level}`
}

function counted(nos: readonly string[]): { no: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const no of nos) counts.set(no, (counts.get(no) ?? 0) + 1)
  return [...counts].map(([no, count]) => ({ no, count })).sort((a, b) => (a.no < b.no ? -1 : 1))
}
