import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { LEVELS } from '../../../shared/domain/work/intent.ts'
import {
  type Route,
  type RouteRole,
  type RouteTarget,
  routeFor,
  VALUES,
} from '../../../shared/domain/work/routing.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import type { RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'
import { counterStaff } from '../../records/staff/counter-staff.ts'

const { route } = TABLES

const ROUTE = {
  value: route.value,
  level: route.level,
  toRole: route.to_role,
  toNo: route.to_no,
  backupRole: route.backup_role,
  backupNo: route.backup_no,
}

const SAVED_ROUTES = read(
  ROUTE,
  `SELECT value, level, to_role AS toRole, to_no AS toNo, backup_role AS backupRole, backup_no AS backupNo
       FROM route`,
)

/** The branch's routing table (I4), all nine cells; a cell that was never saved is the one the branch started with. */
export function readRoutes(connection: ReadConnection): readonly Route[] {
  const saved = SAVED_ROUTES.all(connection).flatMap(asRoute)
  return VALUES.flatMap((value) => LEVELS.map((level) => routeFor(saved, value, level)))
}

const SAVE_ROUTE = write(
  `INSERT INTO route (value, level, to_role, to_no, backup_role, backup_no, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (value, level) DO UPDATE SET to_role = excluded.to_role, to_no = excluded.to_no,
       backup_role = excluded.backup_role, backup_no = excluded.backup_no, updated_at = excluded.updated_at`,
)

/**
 * Replaces the table.
 * @throws AppError `referrals.routeUnknown` where a cell names somebody who is inactive or sees no customers
 */
export function saveRoutes(
  context: WriteContext,
  { routes }: ParsedInputOf<'referrals.saveRoutes'>,
): readonly Route[] {
  const { connection, nowAt } = context
  for (const { value, level, to, backup } of routes) {
    for (const target of [to, backup]) refuseUnknown(connection, target)
    SAVE_ROUTE.run(connection, value, level, roleOf(to), noOf(to), roleOf(backup), noOf(backup), nowAt)
  }
  context.changed('route')
  return readRoutes(connection)
}

function asRoute({ value, level, toRole, toNo, backupRole, backupNo }: RowOf<typeof ROUTE>): Route[] {
  const to = targetOf(toRole, toNo)
  return to === null ? [] : [{ value, level, to, backup: targetOf(backupRole, backupNo) }]
}

function targetOf(role: RouteRole | null, no: string | null): RouteTarget | null {
  if (no !== null) return { kind: 'person', no }
  return role === null ? null : { kind: 'role', role }
}

function roleOf(target: RouteTarget | null): string | null {
  return target?.kind === 'role' ? target.role : null
}

function noOf(target: RouteTarget | null): string | null {
  return target?.kind === 'person' ? target.no : null
}

function refuseUnknown(connection: ReadConnection, target: RouteTarget | null): void {
  const no = noOf(target)
  if (no !== null && counterStaff(connection, no) === undefined) {
    throw new AppError('referrals.routeUnknown', { no })
  }
}
