import type { SessionStaff } from '../../../shared/contract/session.ts'
import type { StaffRow } from '../../../shared/contract/staff.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { KEEPERS } from '../../../shared/domain/branch/roles.ts'
import { readBranch } from '../../engine/branch-state.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { HandlersOf } from '../../engine/handlers.ts'
import { query, type Takes } from '../../engine/query.ts'
import { insertStaff, writePassphraseDue, writeStaffActive } from '../../records/staff/write-staff.ts'

const COLUMNS = ['no', 'name', 'role', 'active'] as const

const ALL = query((sql) => sql.selectFrom('staff').select(COLUMNS).orderBy('no'))

const NUMBERED = query((sql, at: Takes<{ no: string }>) =>
  sql.selectFrom('staff').select(COLUMNS).where('no', '=', at.no),
)

const PASSPHRASE_DUE = query((sql, at: Takes<{ no: string }>) =>
  sql.selectFrom('staff').select('passphrase_due').where('no', '=', at.no),
)

const OTHER_ACTIVE_KEEPER = query((sql, at: Takes<{ leaving: string }>) =>
  sql
    .selectFrom('staff')
    .select('no')
    .where('role', 'in', KEEPERS)
    .where('active', '=', 1)
    .where('no', '<>', at.leaving)
    .limit(1),
)

export const staffHandlers: HandlersOf<'staff'> = {
  'staff.list': ({ connection }) => ALL.all(connection).map(asStaffRow),

  'staff.find': ({ connection }, { no }) => activeStaff(connection, no),

  'staff.enter': (context, { no }) => {
    const row = activeStaff(context.connection, no)
    const branch = readBranch(context.connection)
    if (branch === null) throw new AppError('session.noBranch')
    const passphraseDue = PASSPHRASE_DUE.get(context.connection, { no })?.passphrase_due === 1
    return { ...row, branch, passphraseDue }
  },

  'staff.insert': (context, { no, name, role }) => {
    if (staffNumbered(context.connection, no) !== undefined) throw new AppError('staff.numberTaken')
    insertStaff(context, { no, name, role })
    context.note({ no, role })
    return { no, name, role, active: true }
  },

  'staff.passphraseDue': (context, { no, due }) => {
    if (staffNumbered(context.connection, no) === undefined) throw new AppError('staff.notFound')
    writePassphraseDue(context, no, due)
    context.note({ no, due })
    return null
  },

  'staff.activate': (context, { no, active }) => {
    const row = staffNumbered(context.connection, no)
    if (row === undefined) throw new AppError('staff.notFound')
    if (!active && !isAnotherKeeperActive(context.connection, no)) throw new AppError('staff.lastAdmin')
    writeStaffActive(context, no, active)
    context.note({ no, active })
    return { ...row, active }
  },
}

function activeStaff(connection: ReadConnection, numbered: string): SessionStaff {
  const row = staffNumbered(connection, numbered)
  if (row === undefined) throw new AppError('session.unknownStaff')
  if (!row.active) throw new AppError('session.inactiveStaff')
  const { no, name, role } = row
  return { no, name, role }
}

function staffNumbered(connection: ReadConnection, no: string): StaffRow | undefined {
  const row = NUMBERED.get(connection, { no })
  return row === undefined ? undefined : asStaffRow(row)
}

/** Somebody must be left to keep the staff list; whether they also have a key, only the vault knows. */
function isAnotherKeeperActive(connection: ReadConnection, leaving: string): boolean {
  return OTHER_ACTIVE_KEEPER.get(connection, { leaving }) !== undefined
}

function asStaffRow(row: { no: string; name: string; role: StaffRow['role']; active: 0 | 1 }): StaffRow {
  return { ...row, active: row.active === 1 }
}
