import type { Published } from '../../../../shared/contract/events/index.ts'
import type {
  MorningPart,
  MorningSheet,
  PrintedList,
  SheetRow,
} from '../../../../shared/contract/followups.ts'
import type { ParsedInputOf } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import type { PlacedItem } from '../../../../shared/domain/work/followup-order.ts'
import { encodeRow, ROWS_PER_LIST } from '../../../../shared/domain/work/list-barcode.ts'
import type { WriteContext } from '../../../engine/context.ts'
import { integer } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import { branchOnPaper } from '../../../records/prints/branch-on-paper.ts'
import { draftOf } from '../../../records/prints/draft-list.ts'
import { insertPrint, insertRows, peopleOf } from '../../../records/prints/frozen-print.ts'
import { printedList } from '../../../records/prints/printed-list.ts'
import { workLoads } from '../../../records/staff/work-load.ts'
import { draftRows } from '../draft-list.ts'
import { readFollowup } from '../followup-row.ts'
import { orderedWork } from '../ordered-work.ts'
import { whoseList } from '../whose-list.ts'
import { occasionsOf } from './occasions.ts'

/**
 * Numbers and freezes the morning sheet 晨会单 (R3): person by person what is late and what is due today, in the order of
 * their lists. A sheet longer than barcodes can number ends there.
 * @throws AppError `followups.listEmpty` on a morning on which nobody has anything to do
 */
export function freezeMorning(context: WriteContext): PrintedList {
  const { staff, todayOn } = context
  const items = morningWork(context).map(({ item }) => item)
  const { printNo, listUid } = insertPrint(context, 'morning', staff.no, todayOn)
  insertRows(context, printNo, items)
  context.about(...peopleOf(context, printNo))
  context.note({ printNo, asOf: todayOn, rows: items.length })
  const frozen = { listUid, printNo, asOf: todayOn, rows: items.length }
  context.publish(frozen satisfies Published<'followups.freezeMorning'>)
  context.changed('list_print', 'list_print_row')
  return requirePrint(context, printNo)
}

/**
 * A morning sheet as it goes on paper. Reading it is recorded like printing, and so is everyone whose occasion it tells.
 * @throws AppError `followups.notFound`
 */
export function morningSheet(
  context: WriteContext,
  { printNo }: ParsedInputOf<'followups.morningSheet'>,
): MorningSheet {
  const print = requirePrint(context, printNo)
  context.note({ printNo, rows: print.rowCount })
  return sheetOf(context, print, rowsByOwner(context, print))
}

/**
 * The morning sheet as it would go on paper now, without a number and without barcodes.
 * @throws AppError `followups.listEmpty`
 */
export function draftMorning(context: WriteContext): MorningSheet {
  const { connection, staff, todayOn } = context
  const work = morningWork(context)
  const lines = draftRows(
    context,
    work.map(({ item }) => item),
    todayOn,
  )
  const rows = new Map<string, SheetRow[]>()
  for (const line of lines) {
    const ownerNo = work[line.row - 1]?.ownerNo
    if (ownerNo !== undefined) rows.set(ownerNo, [...(rows.get(ownerNo) ?? []), line])
  }
  context.note({ asOf: todayOn, rows: lines.length })
  const owner = whoseList(connection, staff, null)
  return sheetOf(context, draftOf(context, 'morning', owner, todayOn, lines.length), rows)
}

/** @throws AppError `followups.listEmpty` on a morning on which nobody has anything to do */
function morningWork(
  context: WriteContext,
): readonly { readonly ownerNo: string; readonly item: PlacedItem }[] {
  const work = workLoads(context.connection)
    .flatMap(({ no }) => orderedWork(context, no, context.todayOn).map((item) => ({ ownerNo: no, item })))
    .filter(({ item }) => item.group === 'overdue' || item.group === 'today')
    .slice(0, ROWS_PER_LIST)
  if (work.length === 0) throw new AppError('followups.listEmpty')
  return work
}

/** Person by person, with everyone whose occasion is told on the record. */
function sheetOf(
  context: WriteContext,
  print: MorningSheet['print'],
  rows: ReadonlyMap<string, readonly SheetRow[]>,
): MorningSheet {
  const { connection } = context
  const occasions = occasionsOf(context, print.asOf)
  const waiting = referralsWaiting(context)
  const parts = workLoads(connection)
    .map(
      (person): MorningPart => ({
        ...person,
        referralsWaiting: waiting.get(person.no) ?? 0,
        rows: rows.get(person.no) ?? [],
        occasions: occasions.get(person.no) ?? [],
      }),
    )
    .filter((part) => part.load > 0 || part.rows.length > 0 || part.occasions.length > 0)
  context.about(...new Set(parts.flatMap((part) => part.occasions.map(({ customer }) => customer.uid))))
  return { print, ...branchOnPaper(connection), parts }
}

function requirePrint({ connection }: WriteContext, printNo: number): PrintedList {
  const print = printedList(connection, printNo)
  if (print?.kind !== 'morning') throw new AppError('followups.notFound')
  return print
}

const { list_print_row: frozen, intent, referral } = TABLES

const ROWS_OF_PRINT = read(
  {
    row: frozen.row_no,
    intentId: frozen.intent_id,
    group: frozen.group_name,
    /** The table lets closed work be without one. */
    ownerNo: intent.owner_no,
  },
  `SELECT frozen.row_no AS row, frozen.intent_id AS intentId, frozen.group_name AS "group",
         intent.owner_no AS ownerNo
       FROM list_print_row AS frozen JOIN intent ON intent.id = frozen.intent_id
       WHERE frozen.print_no = ? ORDER BY frozen.row_no`,
)

function rowsByOwner(context: WriteContext, { printNo, asOf }: PrintedList): Map<string, SheetRow[]> {
  const rows = new Map<string, SheetRow[]>()
  for (const { row, intentId, group, ownerNo } of ROWS_OF_PRINT.all(context.connection, printNo)) {
    const line = readFollowup(context, intentId, group, asOf)?.line
    if (line === undefined || ownerNo === null) continue
    rows.set(ownerNo, [...(rows.get(ownerNo) ?? []), { row, barcode: encodeRow({ printNo, row }), line }])
  }
  return rows
}

const WAITING_BY_RECEIVER = read(
  { no: referral.to_no, waiting: integer },
  `SELECT to_no AS no, count(*) AS waiting FROM referral WHERE state = 'offered' GROUP BY to_no`,
)

function referralsWaiting({ connection }: WriteContext): Map<string, number> {
  return new Map(WAITING_BY_RECEIVER.all(connection).map(({ no, waiting }) => [no, waiting]))
}
