import { AppError } from '../branch/app-error.ts'

/** Names a row of a printed list: which print, which row on it (F5). */
export interface ListRow {
  printNo: number
  row: number
}

const PREFIX = 'HY'
const PRINT_DIGITS = 6
const ROW_DIGITS = 3

/** The most rows that one list can number. */
export const ROWS_PER_LIST = 10 ** ROW_DIGITS - 1

const BARCODE = new RegExp(`^${PREFIX}(\\d{${PRINT_DIGITS}})(\\d{${ROW_DIGITS}})([0-9A-Z])$`)

const BEGINNING = new RegExp(`^${PREFIX}\\d`)

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * The text of a row's barcode: upper-case letters and digits, which Code 128 and every keyboard wedge carry unharmed.
 * @param row 1 to 999 on that print
 * @throws AppError `list.barcode-range` when a number does not fit its field
 */
export function encodeRow({ printNo, row }: ListRow): string {
  const digits = field(printNo, PRINT_DIGITS) + field(row, ROW_DIGITS)
  return PREFIX + digits + checkCharacter(digits)
}

/** The row behind a scanned text, `null` when it is no list barcode or was misread. A scanner's lower case is forgiven. */
export function decodeRow(text: string): ListRow | null {
  const [, printNo, row, check] = BARCODE.exec(text.trim().toUpperCase()) ?? []
  if (printNo === undefined || row === undefined || check === undefined) return null
  if (checkCharacter(printNo + row) !== check) return null
  const decoded = { printNo: Number(printNo), row: Number(row) }
  return decoded.printNo > 0 && decoded.row > 0 ? decoded : null
}

/** Whether a text that is still being read is becoming a row's barcode: its letters, then a digit. */
export function beginsLikeRow(text: string): boolean {
  return BEGINNING.test(text)
}

function field(value: number, width: number): string {
  if (!Number.isInteger(value) || value < 1 || value >= 10 ** width) {
    throw new AppError('list.barcode-range', { digits: width })
  }
  return String(value).padStart(width, '0')
}

/** ISO 7064 MOD 37,36: finds every single wrong character. */
function checkCharacter(text: string): string {
  const size = ALPHABET.length
  let product = size
  for (const char of text) {
    const sum = (product + ALPHABET.indexOf(char)) % size || size
    product = (sum * 2) % (size + 1)
  }
  return ALPHABET.charAt((size + 1 - product) % size)
}
