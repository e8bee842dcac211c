import type { DemoStaff } from '../../../shared/demo/rows.ts'
import type { WriteContext } from '../../engine/context.ts'
import { insertStaff } from '../../records/staff/write-staff.ts'

/** The demo's staff own customers and work. Their key slots are made with the branch. */
export function seedStaff(context: WriteContext, staff: readonly DemoStaff[]): void {
  for (const member of staff) insertStaff(context, member)
}
