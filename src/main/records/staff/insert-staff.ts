import type { Role } from '../../../shared/domain/branch/roles.ts'
import type { WriteContext } from '../../engine/context.ts'
import { query, type Takes } from '../../engine/query.ts'

const INSERT = query((sql, at: Takes<{ uid: string; no: string; name: string; role: Role; nowAt: number }>) =>
  sql.insertInto('staff').values({
    uid: at.uid,
    no: at.no,
    name: at.name,
    role: at.role,
    created_at: at.nowAt,
    updated_at: at.nowAt,
  }),
)

/** Adds an active member of staff; the caller has seen that the number is free. */
export function insertStaff(
  context: WriteContext,
  { no, name, role }: { readonly no: string; readonly name: string; readonly role: Role },
): void {
  INSERT.run(context.connection, { uid: context.newUid(), no, name, role, nowAt: context.nowAt })
  context.changed('staff')
}
