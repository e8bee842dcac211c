import type { ListKind } from '../../../shared/contract/followups.ts'
import { addDays, type CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { PlacedItem } from '../../../shared/domain/work/followup-order.ts'
import type { WriteContext } from '../../engine/context.ts'
import { personOf } from '../../records/people/person.ts'

/** Gives out the next print number. */
export function insertPrint(
  context: WriteContext,
  kind: ListKind,
  ownerNo: string,
  asOf: CivilDate,
): { readonly printNo: number; readonly listUid: string } {
  const { connection, nowAt, todayOn, settings, staff } = context
  const listUid = context.newUid()
  const { lastInsertRowid } = connection
    .statement(
      `INSERT INTO list_print (uid, kind, owner_no, printed_by, printed_at, as_of, shred_by)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(listUid, kind, ownerNo, staff.no, nowAt, asOf, addDays(todayOn, settings.shredAfterDays))
  return { printNo: Number(lastInsertRowid), listUid }
}

/** Numbers the rows in the order given. */
export function insertRows(
  { connection }: WriteContext,
  printNo: number,
  items: readonly PlacedItem[],
): void {
  const insert = connection.statement(
    'INSERT INTO list_print_row (print_no, row_no, intent_id, group_name) VALUES (?, ?, ?, ?)',
  )
  for (const [index, { id, group }] of items.entries()) insert.run(printNo, index + 1, id, group)
}

/** Everyone who stands on the paper, once each: a print is seeing them (P2). */
export function peopleOf({ connection }: WriteContext, printNo: number): string[] {
  return connection
    .statement<{ uid: string }>(
      `SELECT person.uid FROM list_print_row AS frozen
       JOIN intent ON intent.id = frozen.intent_id ${personOf('intent')}
       WHERE frozen.print_no = ? GROUP BY person.uid ORDER BY min(frozen.row_no)`,
    )
    .all(printNo)
    .map(({ uid }) => uid)
}
