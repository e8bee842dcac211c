import type { DemoStaff } from '../../../shared/demo/rows.ts'
import type { WriteContext } from '../../engine/context.ts'
import { insertStaff } from '../../records/staff/write-staff.ts'

/** The demo's staff own customers and work; nobody can sign in as them, because they have no key slot. */
export function seedStaff(context: WriteContext, staff: readonly DemoStaff[]): void {
  for (const member of staff) insertStaff(context, member)
}
