import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import type { ValueLevel } from '../../../shared/domain/customer/value.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import { LEVELS } from '../../../shared/domain/work/intent.ts'
import {
  type Route,
  type RouteRole,
  type RouteTarget,
  routeFor,
  VALUES,
} from '../../../shared/domain/work/routing.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { counterStaff } from '../../records/staff/counter-staff.ts'

interface RouteRecord {
  readonly value: ValueLevel
  readonly level: IntentLevel
  readonly toRole: RouteRole | null
  readonly toNo: string | null
  readonly backupRole: RouteRole | null
  readonly backupNo: string | null
}

/** The branch's routing table (I4), all nine cells; a cell that was never saved is the one the branch started with. */
export function readRoutes(connection: Connection): readonly Route[] {
  const saved = connection
    .statement<RouteRecord>(
      `SELECT value, level, to_role AS toRole, to_no AS toNo, backup_role AS backupRole, backup_no AS backupNo
       FROM route`,
    )
    .all()
    .flatMap(asRoute)
  return VALUES.flatMap((value) => LEVELS.map((level) => routeFor(saved, value, level)))
}

/**
 * Replaces the table.
 * @throws Refusal `referrals.routeUnknown` where a cell names somebody who is inactive or sees no customers
 */
export function saveRoutes(
  context: WriteContext,
  { routes }: ParsedInputOf<'referrals.saveRoutes'>,
): readonly Route[] {
  const { connection, nowAt } = context
  const statement = connection.statement(
    `INSERT INTO route (value, level, to_role, to_no, backup_role, backup_no, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (value, level) DO UPDATE SET to_role = excluded.to_role, to_no = excluded.to_no,
       backup_role = excluded.backup_role, backup_no = excluded.backup_no, updated_at = excluded.updated_at`,
  )
  for (const { value, level, to, backup } of routes) {
    for (const target of [to, backup]) refuseUnknown(connection, target)
    statement.run(value, level, roleOf(to), noOf(to), roleOf(backup), noOf(backup), nowAt)
  }
  context.changed('route')
  return readRoutes(connection)
}

function asRoute({ value, level, toRole, toNo, backupRole, backupNo }: RouteRecord): Route[] {
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

function refuseUnknown(connection: Connection, target: RouteTarget | null): void {
  const no = noOf(target)
  if (no !== null && counterStaff(connection, no) === undefined) {
    throw new Refusal('referrals.routeUnknown', { no })
  }
}
