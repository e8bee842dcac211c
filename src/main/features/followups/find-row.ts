import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { dayBounds, groupOf } from '../../../shared/domain/work/followup-order.ts'
import { decodeRow } from '../../../shared/domain/work/list-barcode.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { readFollowup } from './followup-row.ts'

const { list_print_row: frozen, intent } = TABLES

const ROW_OF_PRINT = read(
  {
    intentId: frozen.intent_id,
    group: frozen.group_name,
    status: intent.status,
    nextOn: intent.next_on,
  },
  `SELECT frozen.intent_id AS intentId, frozen.group_name AS "group", intent.status, intent.next_on AS nextOn
       FROM list_print_row AS frozen JOIN intent ON intent.id = frozen.intent_id
       WHERE frozen.print_no = ? AND frozen.row_no = ?`,
)

/**
 * The row behind a scanned barcode, of any print however old: at the evening meeting anyone may enter a colleague's
 * sheet. An open row stands in today's group, a closed one in the group it was printed in. The scan is recorded: it shows
 * somebody of a colleague's list (P2).
 * @throws AppError `followups.barcodeUnreadable` for a misread one, `followups.barcodeUnknown` for another branch's
 */
export function findRow(
  context: WriteContext,
  { barcode }: ParsedInputOf<'followups.findRow'>,
): ResultOf<'followups.findRow'> {
  const { connection, todayOn, calendar } = context
  const scanned = decodeRow(barcode)
  if (scanned === null) throw new AppError('followups.barcodeUnreadable')
  const row = ROW_OF_PRINT.get(connection, scanned.printNo, scanned.row)
  if (row === undefined) throw new AppError('followups.barcodeUnknown')
  const isOpen = row.status === 'open' && row.nextOn !== null
  const group = isOpen ? groupOf(row.nextOn, dayBounds(todayOn, calendar)) : row.group
  const found = readFollowup(context, row.intentId, group, todayOn)
  if (found === undefined) throw new AppError('followups.barcodeUnknown')
  context.about(found.line.customer.uid)
  context.note({ printNo: scanned.printNo, row: scanned.row })
  return { printNo: scanned.printNo, row: scanned.row, stillOpen: found.open, line: found.line }
}
