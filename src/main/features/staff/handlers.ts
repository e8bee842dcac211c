import type { StaffRow } from '../../../shared/contract/staff.ts'
import { Refusal } from '../../../shared/domain/refusal.ts'
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
    const branch = context.connection
      .statement<{ name: string; demo: number; demoAsOf: string | null; deviceUid: string }>(
        'SELECT name, demo, demo_as_of AS demoAsOf, device_uid AS deviceUid FROM branch WHERE id = 1',
      )
      .get()
    if (branch === undefined) throw new Refusal('session.noBranch')
    return { no: row.no, name: row.name, role: row.role, branch: { ...branch, demo: branch.demo === 1 } }
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
    if (!active && row.role === 'admin' && countActiveAdmins(context.connection) === 1)
      throw new Refusal('staff.lastAdmin')
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

function countActiveAdmins(connection: Connection): number {
  const row = connection.first(
    sql
      .selectFrom('staff')
      .select((column) => column.fn.countAll<number>().as('count'))
      .where('role', '=', 'admin')
      .where('active', '=', 1),
  )
  return row?.count ?? 0
}

function asStaffRow(row: { no: string; name: string; role: StaffRow['role']; active: 0 | 1 }): StaffRow {
  return { ...row, active: row.active === 1 }
}
