import type { PrintedList } from '../../../shared/contract/followups.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { integer, text } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'

/** Prints that a screen offers to open again (our own default). */
const MOST_PRINTS = 100

const { list_print: print } = TABLES

const PRINTED_LIST = {
  printNo: print.print_no,
  kind: print.kind,
  ownerNo: print.owner_no,
  ownerName: text,
  printedByNo: print.printed_by,
  printedAt: print.printed_at,
  asOf: print.as_of,
  shredBy: print.shred_by,
  rowCount: integer,
}

const PRINTED_LIST_SQL = `
  SELECT print.print_no AS printNo, print.kind, print.owner_no AS ownerNo, coalesce(owner.name, '') AS ownerName,
    print.printed_by AS printedByNo, print.printed_at AS printedAt, print.as_of AS asOf,
    print.shred_by AS shredBy,
    (SELECT count(*) FROM list_print_row WHERE print_no = print.print_no)
      + (SELECT count(*) FROM list_print_person WHERE print_no = print.print_no)
      + (SELECT count(*) FROM list_print_work WHERE print_no = print.print_no) AS rowCount
  FROM list_print AS print LEFT JOIN staff AS owner ON owner.no = print.owner_no`

const PRINT_NUMBERED = read(PRINTED_LIST, `${PRINTED_LIST_SQL} WHERE print.print_no = ?`)

/** A numbered print; undefined for a number that was never given out. */
export function printedList(connection: ReadConnection, printNo: number): PrintedList | undefined {
  return PRINT_NUMBERED.get(connection, printNo)
}

const LATEST_PRINTS = read(PRINTED_LIST, `${PRINTED_LIST_SQL} ORDER BY print.print_no DESC LIMIT ?`)

const LATEST_PRINTS_OF = read(
  PRINTED_LIST,
  `${PRINTED_LIST_SQL} WHERE print.owner_no = ? OR print.printed_by = ? ORDER BY print.print_no DESC LIMIT ?`,
)

/**
 * The latest prints, newest first.
 * @param staffNo only those that this person printed or that are about this person's work; null for all
 */
export function latestPrints(connection: ReadConnection, staffNo: string | null): PrintedList[] {
  return staffNo === null
    ? LATEST_PRINTS.all(connection, MOST_PRINTS)
    : LATEST_PRINTS_OF.all(connection, staffNo, staffNo, MOST_PRINTS)
}

const SHOWN_ON = read({ shows: print.shows }, 'SELECT shows FROM list_print WHERE print_no = ?')

/** What a printed list of a screen shows, as it was kept; null for another kind of print and for none. */
export function shownOn(connection: ReadConnection, printNo: number): string | null {
  return SHOWN_ON.get(connection, printNo)?.shows ?? null
}
