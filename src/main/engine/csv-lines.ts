import { stringify } from 'csv-stringify/sync'
import { safeCell } from '../../shared/domain/text/spreadsheet-cell.ts'

/** What such a file begins with: without it Excel takes UTF-8 for the local code page. */
export const BYTE_ORDER_MARK = '\ufeff'

/** Lines of a file that people open in a spreadsheet program; no cell runs there as a formula. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(safeCell)),
    { record_delimiter: '\r\n' },
  )
}
