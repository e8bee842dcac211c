/** How one field of a fixed-width record is written. */
export interface FixedField {
  readonly column: string
  /** First byte in the record, from 1; behind the field before it where it is absent. */
  readonly from?: number
  /** Bytes in the encoding of the file. */
  readonly length: number
  /** Digits behind a decimal point that is not written: `000012345` with 2 is 123.45. */
  readonly decimals?: number
  /** True where the last digit also holds the sign, as COBOL's `SIGN TRAILING` without `SEPARATE` writes it. */
  readonly zoned?: boolean
}

/**
 * The last digit of a zoned decimal whose bytes went from EBCDIC to ASCII by the usual tables: `{` to `I` positive, `}`
 * to `R` negative. Compilers for ASCII machines (Micro Focus) write `p` to `y` for negative ones instead.
 */
const SIGNED_DIGITS = new Map<string, { readonly digit: string; readonly negative: boolean }>([
  ...[...'{ABCDEFGHI'].map((sign, digit) => [sign, { digit: String(digit), negative: false }] as const),
  ...[...'}JKLMNOPQR'].map((sign, digit) => [sign, { digit: String(digit), negative: true }] as const),
  ...[...'pqrstuvwxy'].map((sign, digit) => [sign, { digit: String(digit), negative: true }] as const),
])

const DIGITS = /^\d+$/

function unzoned(text: string): string {
  const sign = SIGNED_DIGITS.get(text.slice(-1))
  const digits = text.slice(0, -1)
  if (sign === undefined || (digits !== '' && !DIGITS.test(digits))) return text
  return `${sign.negative ? '-' : ''}${digits}${sign.digit}`
}

/** Puts the point where the layout says; a number that has one, or anything else, stays as it is. */
function pointed(text: string, decimals: number): string {
  const parts = /^([-+]?)(\d+)([-+]?)$/.exec(text)
  if (!parts) return text
  const [, sign = '', digits = '', behind = ''] = parts
  const padded = digits.padStart(decimals + 1, '0')
  return `${sign}${padded.slice(0, -decimals)}.${padded.slice(-decimals)}${behind}`
}

/** A field's text as a delimited file would have it: amounts with their point and sign, everything else as it stands. */
export function fixedFieldText(text: string, field: FixedField): string {
  if (field.zoned !== true && field.decimals === undefined) return text
  const number = field.zoned === true ? unzoned(text.trim()) : text.trim()
  return field.decimals ? pointed(number, field.decimals) : number
}
