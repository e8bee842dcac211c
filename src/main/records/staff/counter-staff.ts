import type { Role } from '../../../shared/domain/branch/roles.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { type RowOf, textOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'

const { staff } = TABLES

/** The statement asks for the roles that are left. */
const COUNTER_STAFF = { no: staff.no, name: staff.name, role: textOf<Exclude<Role, 'admin'>>() }

export type CounterStaff = RowOf<typeof COUNTER_STAFF>

const COUNTER_STAFF_NUMBERED = read(
  COUNTER_STAFF,
  `SELECT no, name, role FROM staff WHERE no = ? AND active = 1 AND role <> 'admin'`,
)

/** Somebody who can own an intent: active, and dealing with customers. Undefined for anyone else. */
export function counterStaff(connection: ReadConnection, no: string): CounterStaff | undefined {
  return COUNTER_STAFF_NUMBERED.get(connection, no)
}
