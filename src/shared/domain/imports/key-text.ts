import { isCivilDate } from '../calendar/civil-date.ts'
import { toHalfWidth } from '../text/half-width.ts'
import { checkDigit } from '../text/identity-number.ts'
import { withoutInvisible } from './cell-text.ts'
import { isRoundedNumber } from './cleaning.ts'
import { readUnsigned, wholeDigits } from './decimal-text.ts'

/** A spreadsheet keeps fifteen digits of a number and writes noughts for the others (IEEE 754). */
const KEPT_DIGITS = 15
const ZERO = 48
const NINE = 57
const UPPER_A = 65
const UPPER_E = 69
const UPPER_Z = 90

/** Digits and capitals without an E: nearly every key, and nothing but lost digits can be wrong with it. */
function isPlainKey(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= ZERO && code <= NINE) continue
    if (code < UPPER_A || code > UPPER_Z || code === UPPER_E) return false
  }
  return true
}

/** A formula, half a guard, a lost character, the end of another line, or the nought behind the point of a number that was a key before. */
const NO_KEY = /^=|["\ufffd\r\n]|^\d+\.0*$/
const LONG_DIGITS = /^[1-9]\d{15,18}$/
const UNION_PAY = /^62/
const RESIDENT_DIGITS = 18

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - ZERO
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

function endsInNoughts(digits: string): boolean {
  if (digits.length <= KEPT_DIGITS || digits.charCodeAt(digits.length - 1) !== ZERO) return false
  return LONG_DIGITS.test(digits) && /^0+$/.test(digits.slice(KEPT_DIGITS))
}

/**
 * Whether a spreadsheet has written noughts for the last digits of an identity number. Only where the check digit
 * contradicts: a number may end so by itself.
 */
export function hasLostIdDigits(text: string): boolean {
  return (
    text.length === RESIDENT_DIGITS && endsInNoughts(text) && checkDigit(text.slice(0, -1)) !== text.slice(-1)
  )
}

/** The same of a card number, which Luhn's digit vouches for. */
export function hasLostCardDigits(text: string): boolean {
  return endsInNoughts(text) && !passesLuhn(text)
}

/** A key may be any number; it is judged as a card or identity number only where it looks like one. */
function hasLostKeyDigits(text: string): boolean {
  if (!endsInNoughts(text)) return false
  const born = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  if (text.length === RESIDENT_DIGITS && isCivilDate(born)) return hasLostIdDigits(text)
  return text.length > KEPT_DIGITS + 1 && UNION_PAY.test(text) && !passesLuhn(text)
}

/**
 * @param text for speed best a string of its own, not a part of a longer one
 * @returns the key as {@link plainKey}, or null for one that is broken
 */
export function readKey(text: string): string | null {
  if (isPlainKey(text)) return hasLostKeyDigits(text) ? null : text
  const key = plainKey(text)
  return isBrokenKey(key) ? null : key
}

/**
 * A key, card or code number in the one form in which it is compared: half width, nothing invisible. Its leading zeros
 * and its inner blanks stay.
 */
export function plainKey(text: string): string {
  return isPlainKey(text) ? text : withoutInvisible(toHalfWidth(text)).trim()
}

/**
 * @param key as {@link plainKey} gives it
 * @returns whether it cannot be the key that the bank gave: rounded, a formula, half a guard, `123.0`
 */
export function isBrokenKey(key: string): boolean {
  if (isPlainKey(key)) return hasLostKeyDigits(key)
  return isRoundedNumber(key) || NO_KEY.test(key)
}

const WITH_NOUGHTS = /^(\d+)\.0*$/
const WITH_POWER = /^\d(?:[.,]\d*)?E\+?\d{1,2}$/i

/**
 * A whole number that a program wrote with a fraction or a power of ten (`13800000004.0`, `1.3800000005E10`), as its
 * digits; any other text as it is. Only where every digit was written.
 */
export function digitsOfNumber(text: string): string {
  if (isPlainKey(text)) return text
  const noughts = WITH_NOUGHTS.exec(text)
  if (noughts) return noughts[1] ?? text
  if (!WITH_POWER.test(text)) return text
  const number = readUnsigned(text.replace(',', '.'), '.')
  if (!number || number.digits.length > KEPT_DIGITS || number.exponent > 0) return text
  return wholeDigits(number, KEPT_DIGITS) ?? text
}
