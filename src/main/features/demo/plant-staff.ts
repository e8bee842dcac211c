import type { DemoStaff } from '../../../shared/demo/rows.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'

const ADD_STAFF = write(
  `INSERT INTO staff (uid, no, name, role, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)
   ON CONFLICT (no) DO NOTHING`,
)

/** The demo's staff own customers and work; nobody can sign in as them, because they have no key slot. */
export function seedStaff(context: WriteContext, staff: readonly DemoStaff[]): void {
  const { connection, nowAt } = context
  for (const { no, name, role } of staff)
    ADD_STAFF.run(connection, context.newUid(), no, name, role, nowAt, nowAt)
}
