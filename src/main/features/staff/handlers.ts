import type { StaffRow } from '../../../shared/contract/staff.ts'
import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import { KEEPERS } from '../../../shared/domain/branch/roles.ts'
import { readBranch } from '../../engine/branch-state.ts'
import type { Connection } from '../../engine/connection.ts'
import type { HandlersOf } from '../../engine/handlers.ts'
import { sql } from '../../engine/sql.ts'

const COLUMNS = ['no', 'name', 'role', 'active'] as const

export const staffHandlers: HandlersOf<'staff'> = {
  'staff.list': ({ connection }) =>
    connection.rows(sql.selectFrom('staff').select(COLUMNS).orderBy('no')).map(asStaffRow),

  'staff.enter': (context, { no }) => {
    const row = staffNumbered(context.connection, no)
    if (row === undefined) throw new Refusal('session.unknownStaff')
    if (!row.active) throw new Refusal('session.inactiveStaff')
    const branch = readBranch(context.connection)
    if (branch === null) throw new Refusal('session.noBranch')
    return { no: row.no, name: row.name, role: row.role, branch }
  },

  'staff.insert': (context, { no, name, role }) => {
    if (staffNumbered(context.connection, no) !== undefined) throw new Refusal('staff.numberTaken')
    const { nowAt } = context
    context.connection.run(
      sql
        .insertInto('staff')
        .values({ uid: context.newUid(), no, name, role, created_at: nowAt, updated_at: nowAt }),
    )
    context.note({ no, role })
    context.changed('staff')
    return { no, name, role, active: true }
  },

  'staff.activate': (context, { no, active }) => {
    const row = staffNumbered(context.connection, no)
    if (row === undefined) throw new Refusal('staff.notFound')
    if (!active && !isAnotherKeeperActive(context.connection, no)) throw new Refusal('staff.lastAdmin')
    context.connection.run(
      sql
        .updateTable('staff')
        .set((column) => ({
          active: active ? 1 : 0,
          updated_at: context.nowAt,
          version: column('version', '+', 1),
        }))
        .where('no', '=', no),
    )
    context.note({ no, active })
    context.changed('staff')
    return { ...row, active }
  },
}

function staffNumbered(connection: Connection, no: string): StaffRow | undefined {
  const row = connection.first(sql.selectFrom('staff').select(COLUMNS).where('no', '=', no))
  return row === undefined ? undefined : asStaffRow(row)
}

/** Somebody must be left to keep the staff list; whether they also have a key, only the vault knows. */
function isAnotherKeeperActive(connection: Connection, leaving: string): boolean {
  const other = sql
    .selectFrom('staff')
    .select('no')
    .where('role', 'in', KEEPERS)
    .where('active', '=', 1)
    .where('no', '<>', leaving)
    .limit(1)
  return connection.first(other) !== undefined
}

function asStaffRow(row: { no: string; name: string; role: StaffRow['role']; active: 0 | 1 }): StaffRow {
  return { ...row, active: row.active === 1 }
}
