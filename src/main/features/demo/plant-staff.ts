import type { DemoStaff } from '../../../shared/demo/rows.ts'
import type { WriteContext } from '../../engine/context.ts'

/** The demo's staff own customers and work; nobody can sign in as them, because they have no key slot. */
export function plantStaff(context: WriteContext, staff: readonly DemoStaff[]): void {
  const { connection, nowAt } = context
  const insert = connection.statement(
    `INSERT INTO staff (uid, no, name, role, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (no) DO NOTHING`,
  )
  for (const { no, name, role } of staff) insert.run(context.newUid(), no, name, role, nowAt, nowAt)
}
