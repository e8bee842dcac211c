import type { DraftList, ListKind } from '../../../shared/contract/followups.ts'
import { addDays, type CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { WriteContext } from '../../engine/context.ts'

/** What stands in the head of a draft: whose it is, who looks at it and when. */
export function draftOf(
  { staff, nowAt, todayOn, settings }: WriteContext,
  kind: ListKind,
  owner: { readonly no: string; readonly name: string },
  asOf: CivilDate,
  rowCount: number,
): DraftList {
  return {
    printNo: null,
    kind,
    ownerNo: owner.no,
    ownerName: owner.name,
    printedByNo: staff.no,
    printedAt: nowAt,
    asOf,
    shredBy: addDays(todayOn, settings.shredAfterDays),
    rowCount,
  }
}
