import type { Role } from '../../../shared/domain/branch/roles.ts'
import type { WriteContext } from '../../engine/context.ts'
import { query, type Takes } from '../../engine/query.ts'

const INSERT = query((sql, at: Takes<{ uid: string; no: string; name: string; role: Role; nowAt: number }>) =>
  sql
    .insertInto('staff')
    .values({
      uid: at.uid,
      no: at.no,
      name: at.name,
      role: at.role,
      created_at: at.nowAt,
      updated_at: at.nowAt,
    })
    .onConflict((conflict) => conflict.column('no').doNothing()),
)

/** Adds an active member of staff. Whoever has the number already keeps it, name and role. */
export function insertStaff(
  context: WriteContext,
  { no, name, role }: { readonly no: string; readonly name: string; readonly role: Role },
): void {
  INSERT.run(context.connection, { uid: context.newUid(), no, name, role, nowAt: context.nowAt })
  context.changed('staff')
}

const WRITE_ACTIVE = query((sql, at: Takes<{ no: string; active: 0 | 1; nowAt: number }>) =>
  sql
    .updateTable('staff')
    .set((column) => ({ active: at.active, updated_at: at.nowAt, version: column('version', '+', 1) }))
    .where('no', '=', at.no),
)

/** Lets somebody work here, or not any more; what they did stays theirs. */
export function writeStaffActive(context: WriteContext, no: string, active: boolean): void {
  WRITE_ACTIVE.run(context.connection, { no, active: active ? 1 : 0, nowAt: context.nowAt })
  context.changed('staff')
}

const WRITE_PASSPHRASE_DUE = query((sql, at: Takes<{ no: string; due: 0 | 1; nowAt: number }>) =>
  sql
    .updateTable('staff')
    .set((column) => ({ passphrase_due: at.due, updated_at: at.nowAt, version: column('version', '+', 1) }))
    .where('no', '=', at.no),
)

/** Says whether somebody has to choose an own passphrase before anything else. */
export function writePassphraseDue(context: WriteContext, no: string, due: boolean): void {
  WRITE_PASSPHRASE_DUE.run(context.connection, { no, due: due ? 1 : 0, nowAt: context.nowAt })
  context.changed('staff')
}
