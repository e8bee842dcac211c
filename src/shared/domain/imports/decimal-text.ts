import { toHalfWidth } from '../text/half-width.ts'

/** ± `digits` × 10^`exponent`, exactly as it was written: no step of the reading goes through a binary fraction. */
export interface Decimal {
  readonly negative: boolean
  /** At least one digit, no zeros in front. */
  readonly digits: string
  readonly exponent: number
  /** The text is a display of a longer number (`1.23457E+11` in a spreadsheet): its last digits are unknown. */
  readonly rounded: boolean
}

export type DecimalMark = '.' | ','

const PLAIN_ASCII = /^[\x21-\x7e]*$/
const MINUS_SIGNS = /[\u2212\ufe63\u2010-\u2014]/g
const PLUS_SIGNS = /\ufe62/g
const APOSTROPHES = /[\u2018\u2019\u02bc\u2032]/g
const SMALL_COMMA = /\ufe50/g
const SMALL_POINT = /\ufe52/g
const FORMAT_CHARACTERS = /\p{Cf}/gu
const BLANKS = /\s+/g

/**
 * A number's text in plain ASCII as far as it has such a form: full-width digits and marks, the minus signs of Unicode,
 * typographic apostrophes between groups, every kind of blank; what cannot be seen is left out.
 */
export function foldNumberText(text: string): string {
  if (PLAIN_ASCII.test(text)) return text
  return toHalfWidth(text)
    .replace(FORMAT_CHARACTERS, '')
    .replace(MINUS_SIGNS, '-')
    .replace(PLUS_SIGNS, '+')
    .replace(APOSTROPHES, "'")
    .replace(SMALL_COMMA, ',')
    .replace(SMALL_POINT, '.')
    .replace(BLANKS, ' ')
    .trim()
}

/** Groups of three by one mark throughout, or digits alone; a decimal part; a power of ten as programs write it. */
const NUMBER: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^(?:(\d{1,3}([,' ])\d{3}(?:\2\d{3})*)|(\d*))(?:\.(\d*))?(?: ?[ED] ?([+-]?)(\d{1,4}))?$/i,
  ',': /^(?:(\d{1,3}([.' ])\d{3}(?:\2\d{3})*)|(\d*))(?:,(\d*))?(?: ?[ED] ?([+-]?)(\d{1,4}))?$/i,
}
const GROUP_MARKS = /[., ']/g
/** `0,125` is no group of thousands but a decimal comma where a point was expected. */
const ZERO_GROUP = /^0\d?[., ']/
const LEADING_ZEROS = /^0+(?=\d)/
const BRACKETED = /^(?:\((.*)\)|<(.*)>)$/
const FRONT_SIGN = /^([+-]) ?/
const BACK_SIGN = / ?([+-])$/
/** Nobody's money or rate is longer; a longer text is a shifted column. */
const LONGEST_NUMBER = 100
/** Displays pad the exponent to two digits; JavaScript, which writes a number whole, does not. */
const PADDED_EXPONENT = 2

interface Signed {
  readonly negative: boolean
  readonly rest: string
}

/** Takes one sign off: in front, behind as mainframes print it, or an accountant's brackets. Two signs are none. */
export function splitSign(text: string): Signed | null {
  const inner = BRACKETED.exec(text)
  if (inner) return { negative: true, rest: (inner[1] ?? inner[2] ?? '').trim() }
  const front = FRONT_SIGN.exec(text)
  const back = BACK_SIGN.exec(text)
  if (front && back) return null
  if (front) return { negative: front[1] === '-', rest: text.slice(front[0].length) }
  if (back) return { negative: back[1] === '-', rest: text.slice(0, -back[0].length) }
  return { negative: false, rest: text }
}

/**
 * Reads a number without a sign.
 * @param text folded by {@link foldNumberText}
 * @returns null for anything else, and for groups that are not threes
 */
export function readUnsigned(text: string, decimal: DecimalMark): Omit<Decimal, 'negative'> | null {
  if (text.length > LONGEST_NUMBER) return null
  const parts = NUMBER[decimal].exec(text)
  if (!parts) return null
  const [, grouped, , plain = '', fraction = '', sign = '', power] = parts
  if (grouped !== undefined && (power !== undefined || ZERO_GROUP.test(grouped))) return null
  const whole = grouped === undefined ? plain : grouped.replace(GROUP_MARKS, '')
  if (whole === '' && fraction === '') return null
  const exponent = power === undefined ? 0 : Number(sign === '-' ? `-${power}` : power)
  return {
    digits: `${whole}${fraction}`.replace(LEADING_ZEROS, ''),
    exponent: exponent - fraction.length,
    rounded: sign === '+' && (power ?? '').length >= PADDED_EXPONENT && exponent > fraction.length,
  }
}

/** The same with a sign in any of the places where programs print one. */
export function readDecimal(text: string, decimal: DecimalMark): Decimal | null {
  const signed = splitSign(foldNumberText(text).trim())
  const number = signed && readUnsigned(signed.rest, decimal)
  return signed && number && { negative: signed.negative, ...number }
}

const TRAILING_ZEROS = /0+$/

/**
 * @param limit the most digits that the caller can use
 * @returns the digits of a number without a fraction (`1.2E1` is `12`), or null for any other
 */
export function wholeDigits(number: Omit<Decimal, 'negative'>, limit: number): string | null {
  if (number.rounded) return null
  const { digits, exponent } = number
  if (digits === '0') return '0'
  if (exponent >= 0) return digits.length + exponent > limit ? null : digits + '0'.repeat(exponent)
  const cut = Math.max(0, digits.length + exponent)
  if (digits.slice(cut).replace(TRAILING_ZEROS, '') !== '') return null
  return cut === 0 || cut > limit ? null : digits.slice(0, cut)
}
