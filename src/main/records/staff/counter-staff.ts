import type { Role } from '../../../shared/domain/branch/roles.ts'
import type { Connection } from '../../engine/connection.ts'

export interface CounterStaff {
  readonly no: string
  readonly name: string
  readonly role: Exclude<Role, 'admin'>
}

/** Somebody who can own an intent: active, and dealing with customers. Undefined for anyone else. */
export function counterStaff(connection: Connection, no: string): CounterStaff | undefined {
  return connection
    .statement<CounterStaff>(
      `SELECT no, name, role FROM staff WHERE no = ? AND active = 1 AND role <> 'admin'`,
    )
    .get(no)
}
