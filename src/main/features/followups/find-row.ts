import type { FollowupGroup } from '../../../shared/contract/followups.ts'
import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import { dayBounds, groupOf } from '../../../shared/domain/work/followup-order.ts'
import { decodeRow } from '../../../shared/domain/work/list-barcode.ts'
import type { WriteContext } from '../../engine/context.ts'
import { readFollowup } from './followup-row.ts'

interface ScannedRow {
  readonly intentId: number
  readonly group: FollowupGroup
  readonly status: string
  readonly nextOn: string | null
}

/**
 * The row behind a scanned barcode, of any print however old: at the evening meeting anyone may enter a colleague's
 * sheet. An open row stands in today's group, a closed one in the group it was printed in. The scan is recorded: it shows
 * somebody of a colleague's list (P2).
 * @throws Refusal `followups.barcodeUnreadable` for a misread one, `followups.barcodeUnknown` for another branch's
 */
export function findRow(
  context: WriteContext,
  { barcode }: ParsedInputOf<'followups.findRow'>,
): ResultOf<'followups.findRow'> {
  const { connection, todayOn, calendar } = context
  const scanned = decodeRow(barcode)
  if (scanned === null) throw new Refusal('followups.barcodeUnreadable')
  const row = connection
    .statement<ScannedRow>(
      `SELECT frozen.intent_id AS intentId, frozen.group_name AS "group", intent.status, intent.next_on AS nextOn
       FROM list_print_row AS frozen JOIN intent ON intent.id = frozen.intent_id
       WHERE frozen.print_no = ? AND frozen.row_no = ?`,
    )
    .get(scanned.printNo, scanned.row)
  if (row === undefined) throw new Refusal('followups.barcodeUnknown')
  const isOpen = row.status === 'open' && row.nextOn !== null
  const group = isOpen ? groupOf(row.nextOn, dayBounds(todayOn, calendar)) : row.group
  const found = readFollowup(context, row.intentId, group, todayOn)
  if (found === undefined) throw new Refusal('followups.barcodeUnknown')
  context.about(found.line.customer.uid)
  context.note({ printNo: scanned.printNo, row: scanned.row })
  return { printNo: scanned.printNo, row: scanned.row, stillOpen: found.open, line: found.line }
}
