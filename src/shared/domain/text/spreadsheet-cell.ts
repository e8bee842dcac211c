/**
 * What spreadsheet programs take for the start of a formula or of a new cell, full-width forms included: Excel reads
 * ＝ as = in East Asian locales.
 */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/

/** Text for an exported cell: what would run as a formula gets a leading apostrophe and stays text. */
export function safeCell(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text
}
