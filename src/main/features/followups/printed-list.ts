import type { PrintedList } from '../../../shared/contract/followups.ts'
import type { Connection } from '../../engine/connection.ts'

/** Prints that a screen offers to open again (ours). */
const MOST_PRINTS = 100

const PRINTED_LIST = `
  SELECT print.print_no AS printNo, print.kind, print.owner_no AS ownerNo, coalesce(owner.name, '') AS ownerName,
    print.printed_by AS printedByNo, print.printed_at AS printedAt, print.as_of AS asOf,
    print.shred_by AS shredBy,
    (SELECT count(*) FROM list_print_row WHERE print_no = print.print_no) AS rowCount
  FROM list_print AS print LEFT JOIN staff AS owner ON owner.no = print.owner_no`

/** A numbered print; undefined for a number that was never given out. */
export function printedList(connection: Connection, printNo: number): PrintedList | undefined {
  return connection.statement<PrintedList>(`${PRINTED_LIST} WHERE print.print_no = ?`).get(printNo)
}

/**
 * The latest prints, newest first.
 * @param staffNo only those that this person printed or that are about this person's work; null for all
 */
export function latestPrints(connection: Connection, staffNo: string | null): PrintedList[] {
  if (staffNo === null) {
    return connection
      .statement<PrintedList>(`${PRINTED_LIST} ORDER BY print.print_no DESC LIMIT ?`)
      .all(MOST_PRINTS)
  }
  return connection
    .statement<PrintedList>(
      `${PRINTED_LIST} WHERE print.owner_no = ? OR print.printed_by = ? ORDER BY print.print_no DESC LIMIT ?`,
    )
    .all(staffNo, staffNo, MOST_PRINTS)
}
