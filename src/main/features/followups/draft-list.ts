import type { DailySheet, SheetRow } from '../../../shared/contract/followups.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { PlacedItem } from '../../../shared/domain/work/followup-order.ts'
import type { WriteContext } from '../../engine/context.ts'
import { branchOnPaper } from '../../records/prints/branch-on-paper.ts'
import { draftOf } from '../../records/prints/draft-list.ts'
import { readFollowup } from './followup-row.ts'
import { listForPaper } from './freeze-list.ts'

/**
 * The daily list as it would go on paper now (F5): the same rows, without a number and without barcodes. Nothing is
 * kept of it but that it was looked at.
 * @throws AppError `followups.listEmpty`, `call.notAllowed`, `followups.ownerUnknown`
 */
export function draftList(context: WriteContext, input: ParsedInputOf<'followups.draftList'>): DailySheet {
  const { owner, asOf, items } = listForPaper(context, input)
  context.note({ ownerNo: owner.no, asOf, rows: items.length })
  const rows = draftRows(context, items, asOf)
  return {
    print: draftOf(context, 'daily', owner, asOf, rows.length),
    ...branchOnPaper(context.connection),
    rows,
  }
}

/** Rows as a sheet shows them, numbered in their order, for nobody to come back to. */
export function draftRows(
  context: WriteContext,
  items: readonly PlacedItem[],
  asOf: CivilDate,
): readonly SheetRow[] {
  return items.flatMap(({ id, group }, index): SheetRow[] => {
    const line = readFollowup(context, id, group, asOf)?.line
    return line === undefined ? [] : [{ row: index + 1, barcode: null, line }]
  })
}
