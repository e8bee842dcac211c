import type { StaffRow } from '../../../../shared/contract/staff.ts'
import { ROUTE_ROLES, type Route, type RouteTarget } from '../../../../shared/domain/work/routing.ts'

/** Stands in a select for nobody. */
export const NOBODY = ''

/** A target as the value of a select: `role:rm`, `person:3001`, or nothing. */
export function choiceOf(target: RouteTarget | null): string {
  if (target === null) return NOBODY
  return target.kind === 'role' ? `role:${target.role}` : `person:${target.no}`
}

/** The target that a select's value names; null for nobody. */
export function targetOf(value: string): RouteTarget | null {
  const [kind, name = ''] = value.split(':')
  if (kind === 'person' && name !== '') return { kind, no: name }
  const role = ROUTE_ROLES.find((each) => each === name)
  return kind === 'role' && role !== undefined ? { kind, role } : null
}

/** Staff who can be named in the table. */
export function nameable(staff: readonly StaffRow[]): readonly StaffRow[] {
  return staff.filter(({ active, role }) => active && role !== 'admin')
}

/** The table with one cell changed. */
export function withRoute(
  routes: readonly Route[],
  cell: Route,
  part: Partial<Pick<Route, 'to' | 'backup'>>,
): readonly Route[] {
  return routes.map((route) =>
    route.value === cell.value && route.level === cell.level ? { ...route, ...part } : route,
  )
}

/** How many cells differ from what is saved. */
export function changedCells(draft: readonly Route[], saved: readonly Route[]): number {
  return draft.filter(({ value, level, to, backup }) => {
    const kept = saved.find((route) => route.value === value && route.level === level)
    return (
      kept === undefined || choiceOf(kept.to) !== choiceOf(to) || choiceOf(kept.backup) !== choiceOf(backup)
    )
  }).length
}
