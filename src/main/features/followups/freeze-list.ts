import type { Published } from '../../../shared/contract/events/index.ts'
import type { PrintedList } from '../../../shared/contract/followups.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { PlacedItem } from '../../../shared/domain/work/followup-order.ts'
import { ROWS_PER_LIST } from '../../../shared/domain/work/list-barcode.ts'
import type { WriteContext } from '../../engine/context.ts'
import { insertPrint, insertRows, peopleOf } from '../../records/prints/frozen-print.ts'
import { printedList } from '../../records/prints/printed-list.ts'
import { orderedWork } from './ordered-work.ts'
import { type ListOwner, whoseList } from './whose-list.ts'

/**
 * Numbers and freezes a daily list (F5): 逾期, 今日 and 明日 in their order, as they stand now. What comes later is not
 * printed: paper that shows more people than the day needs is paper to lose. A list longer than barcodes can number
 * ends there; its most urgent rows come first.
 * @throws AppError `followups.listEmpty`, `call.notAllowed`, `followups.ownerUnknown`
 */
export function freezeList(context: WriteContext, input: ParsedInputOf<'followups.freezeList'>): PrintedList {
  const { connection } = context
  const { owner, asOf, items } = listForPaper(context, input)
  const { printNo, listUid } = insertPrint(context, 'daily', owner.no, asOf)
  insertRows(context, printNo, items)
  context.about(...peopleOf(context, printNo))
  context.note({ printNo, ownerNo: owner.no, asOf, rows: items.length })
  const frozen = { listUid, printNo, ownerNo: owner.no, asOf, rows: items.length }
  context.publish(frozen satisfies Published<'followups.freezeList'>)
  context.changed('list_print', 'list_print_row')
  const print = printedList(connection, printNo)
  if (print === undefined) throw new AppError('followups.notFound')
  return print
}

/** A list as it goes on paper: whose, of which day, and its rows in their order. */
interface ListForPaper {
  readonly owner: ListOwner
  readonly asOf: CivilDate
  readonly items: readonly PlacedItem[]
}

/** @throws AppError `followups.listEmpty`, `call.notAllowed`, `followups.ownerUnknown` */
export function listForPaper(
  context: WriteContext,
  input: ParsedInputOf<'followups.freezeList'>,
): ListForPaper {
  const asOf = input.asOf ?? context.todayOn
  const owner = whoseList(context.connection, context.staff, input.ownerNo)
  const items = orderedWork(context, owner.no, asOf)
    .filter(({ group }) => group !== 'later')
    .slice(0, ROWS_PER_LIST)
  if (items.length === 0) throw new AppError('followups.listEmpty')
  return { owner, asOf, items }
}
