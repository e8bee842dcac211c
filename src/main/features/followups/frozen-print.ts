import type { ListKind } from '../../../shared/contract/followups.ts'
import { addDays, type CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { PlacedItem } from '../../../shared/domain/work/followup-order.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'
import { personOf } from '../../records/people/person.ts'

const INSERT_PRINT = write(
  `INSERT INTO list_print (uid, kind, owner_no, printed_by, printed_at, as_of, shred_by)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
)

/** Gives out the next print number. */
export function insertPrint(
  context: WriteContext,
  kind: ListKind,
  ownerNo: string,
  asOf: CivilDate,
): { readonly printNo: number; readonly listUid: string } {
  const { connection, nowAt, todayOn, settings, staff } = context
  const listUid = context.newUid()
  const { lastId } = INSERT_PRINT.run(
    connection,
    listUid,
    kind,
    ownerNo,
    staff.no,
    nowAt,
    asOf,
    addDays(todayOn, settings.shredAfterDays),
  )
  return { printNo: lastId, listUid }
}

const INSERT_ROW = write(
  'INSERT INTO list_print_row (print_no, row_no, intent_id, group_name) VALUES (?, ?, ?, ?)',
)

/** Numbers the rows in the order given. */
export function insertRows(
  { connection }: WriteContext,
  printNo: number,
  items: readonly PlacedItem[],
): void {
  for (const [index, { id, group }] of items.entries())
    INSERT_ROW.run(connection, printNo, index + 1, id, group)
}

const PEOPLE_OF_PRINT = read(
  { uid: TABLES.customer.uid },
  `SELECT person.uid FROM list_print_row AS frozen
       JOIN intent ON intent.id = frozen.intent_id ${personOf('intent')}
       WHERE frozen.print_no = ? GROUP BY person.uid ORDER BY min(frozen.row_no)`,
)

/** Everyone who stands on the paper, once each: a print is seeing them (P2). */
export function peopleOf({ connection }: WriteContext, printNo: number): string[] {
  return PEOPLE_OF_PRINT.all(connection, printNo).map(({ uid }) => uid)
}
