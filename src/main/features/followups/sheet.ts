import type { DailySheet, PrintedList, SheetRow } from '../../../shared/contract/followups.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { InternalInputOf, InternalResultOf } from '../../../shared/contract/internal/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { encodeRow } from '../../../shared/domain/work/list-barcode.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { branchOnPaper } from '../../records/prints/branch-on-paper.ts'
import { peopleOf, strangersOf } from '../../records/prints/frozen-print.ts'
import { printedList } from '../../records/prints/printed-list.ts'
import { readFollowup } from './followup-row.ts'
import { maySeeListOf } from './whose-list.ts'

const { list_print_row: frozen } = TABLES

const ROWS_OF_PRINT = read(
  { row: frozen.row_no, intentId: frozen.intent_id, group: frozen.group_name },
  `SELECT row_no AS row, intent_id AS intentId, group_name AS "group" FROM list_print_row
       WHERE print_no = ? ORDER BY row_no`,
)

/**
 * A print's rows in the order and groups they were frozen in, with people masked and states as they are now. Reading it
 * is recorded with the print number, like printing.
 * @throws AppError `followups.notFound`, `call.notAllowed` for a print that is neither by nor about the caller
 */
export function sheet(context: WriteContext, { printNo }: ParsedInputOf<'followups.sheet'>): DailySheet {
  const { connection } = context
  const print = requirePrint(context, printNo)
  const rows = ROWS_OF_PRINT.all(connection, printNo).flatMap(({ row, intentId, group }): SheetRow[] => {
    const found = readFollowup(context, intentId, group, print.asOf)
    return found === undefined ? [] : [{ row, barcode: encodeRow({ printNo, row }), line: found.line }]
  })
  context.note({ printNo, rows: rows.length })
  return { print, ...branchOnPaper(connection), rows }
}

/**
 * A list goes on paper a second time: a link of the audit for everyone on it (P2).
 * @throws AppError `followups.notFound`, `call.notAllowed`
 */
export function recordReprint(
  context: WriteContext,
  { printNo }: InternalInputOf<'followups.recordReprint'>,
): InternalResultOf<'followups.recordReprint'> {
  const { kind } = requirePrint(context, printNo)
  context.about(...peopleOf(context, printNo))
  context.aboutStrangers(...strangersOf(context, printNo))
  context.note({ printNo })
  context.publish({ printNo })
  return { at: context.nowAt, kind }
}

function requirePrint({ connection, staff }: WriteContext, printNo: number): PrintedList {
  const print = printedList(connection, printNo)
  if (print === undefined) throw new AppError('followups.notFound')
  if (print.printedByNo !== staff.no && !maySeeListOf(staff, print.ownerNo))
    throw new AppError('call.notAllowed')
  return print
}
