import { toHalfWidth } from '../text/half-width.ts'

/** ICAO 9303-3, 4.9: weights of the check digits. */
const WEIGHTS = [7, 3, 1] as const

/** Where a document's number, birth and expiry stand in the line that holds the number; each has its check digit behind it. */
interface Layout {
  readonly line: RegExp
  readonly fields: readonly (readonly [from: number, length: number])[]
}

/** ICAO 9303-4 (TD3, passports) and 9303-6 (TD2): the second line. The checks cover number, birth and expiry. */
const SECOND_LINE: Layout = {
  line: /^[A-Z0-9<]{9}\d[A-Z<]{3}\d{6}\d[MFX<]\d{6}\d[A-Z0-9<]{8}(?:[A-Z0-9<]{8})?$/,
  fields: [
    [0, 9],
    [13, 6],
    [21, 6],
  ],
}
/** ICAO 9303-5 (TD1, cards): the number stands in the first line; the second is checked by itself. */
const CARD_LINES = /^([A-Z]{1,2}<?[A-Z<]{3}[A-Z0-9<]{9}\d[A-Z0-9<]{15})(\d{6}\d[MFX<]\d{6}\d[A-Z0-9<]{14}\d)/

/**
 * The number of a travel document from its machine-readable zone, as passport readers send it: all lines, with or without
 * line ends, or the line with the number alone. Null where it is no such text, `misread` where a check digit is wrong.
 */
export function readMachineZone(text: string): string | 'misread' | null {
  const plain = toHalfWidth(text).toUpperCase().replace(/\s/g, '')
  const card = CARD_LINES.exec(plain)
  if (plain.length === 90 && card !== null) return numberOfCard(plain)
  const line = lineWithNumber(plain)
  if (line === null || !SECOND_LINE.line.test(line)) return null
  const sound = SECOND_LINE.fields.every(([from, length]) => isChecked(line, from, length))
  return sound ? line.slice(0, 9).replaceAll('<', '') : 'misread'
}

function lineWithNumber(plain: string): string | null {
  if (plain.length === 88 || plain.length === 72) return plain.slice(plain.length / 2)
  return plain.length === 44 || plain.length === 36 ? plain : null
}

function numberOfCard(plain: string): string | 'misread' {
  const sound = isChecked(plain, 5, 9) && isChecked(plain, 30, 6) && isChecked(plain, 38, 6)
  return sound ? plain.slice(5, 14).replaceAll('<', '') : 'misread'
}

function isChecked(line: string, from: number, length: number): boolean {
  const sum = [...line.slice(from, from + length)].reduce(
    (total, character, place) => total + weightOf(character) * (WEIGHTS[place % 3] ?? 1),
    0,
  )
  return String(sum % 10) === line[from + length]
}

/** Digits count as they are, letters from 10, the filler nothing. */
function weightOf(character: string): number {
  return character === '<' ? 0 : Number.parseInt(character, 36)
}
