import type { RowProblemCode } from './import-rows.ts'

/** Stands in a cell that a merged one covers: only the merged area's first cell has a value. */
export const MERGED_CELL = '#MERGED!'
/** Stands in a cell whose formula has never been computed: the program that wrote it left that to the next reader. */
export const UNCOMPUTED_CELL = '#FORMULA!'
/** Stands in a cell whose stored value contradicts its own type. */
export const BROKEN_CELL = '#VALUE!'

/**
 * What spreadsheets show in place of a value: the errors of Excel and WPS (ECMA-376 part 1, 18.17.3, and the later ones),
 * LibreOffice's numbered ones, and a column too narrow for its number as copies and exports keep it.
 */
const FAULT =
  /^(?:#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?{1,2}!?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|EXTERNAL!|PYTHON!|TIMEOUT!|MERGED!|FORMULA!|#{2,}|ERR\d{3})|(?:Err|错误):\d{3})$/i

const HASH = 35
const UPPER_E = 69
const LOWER_E = 101
/** Of 错误, as LibreOffice says it in Chinese. */
const HAN_ERROR = 0x9519

/**
 * Whether a cell holds no value but the reason why there is none. Such a field could not be read, which is not the same
 * as a file that says it is empty.
 * @param text trimmed
 * @returns the problem, or null for ordinary text
 */
export function cellFault(text: string): RowProblemCode | null {
  const first = text.charCodeAt(0)
  if (first !== HASH && first !== UPPER_E && first !== LOWER_E && first !== HAN_ERROR) return null
  if (!FAULT.test(text)) return null
  if (text.startsWith('##')) return 'number-unreadable'
  if (text === MERGED_CELL) return 'cell-merged'
  return text === UNCOMPUTED_CELL ? 'formula-uncomputed' : 'cell-error'
}
