import type { SheetRow } from '../../../../shared/contract/followups.ts'
import { FOLLOWUP_GROUPS, type FollowupGroup } from '../../../../shared/domain/work/followup-order.ts'

export interface SheetGroup {
  readonly group: FollowupGroup
  readonly rows: readonly SheetRow[]
}

/** The groups that have rows, in the list's order, each with its rows as they were numbered. */
export function sheetGroups(rows: readonly SheetRow[]): readonly SheetGroup[] {
  return FOLLOWUP_GROUPS.map((group) => ({
    group,
    rows: rows.filter((row) => row.line.group === group),
  })).filter(({ rows: found }) => found.length > 0)
}
