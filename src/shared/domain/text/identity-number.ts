import { type CivilDate, isCivilDate } from '../calendar/civil-date.ts'
import { toHalfWidth } from './half-width.ts'

export type Sex = 'male' | 'female'

export interface ResidentNumber {
  kind: 'resident'
  /** Eighteen characters, `X` in upper case. */
  number: string
  birthOn: CivilDate
  sex: Sex
  regionCode: string
  /** The number was written with a correct check digit. An old fifteen-digit number has none. */
  checked: boolean
}

/** A passport, a military card or anything else: kept as written, in upper case, without blanks. */
export interface OtherNumber {
  kind: 'other'
  number: string
}

export type IdentityNumber = ResidentNumber | OtherNumber

/** GB 11643-1999, 2^(18−i) mod 11 for the places 1 to 17. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
/** The check character for each remainder 0 to 10. */
const CHECK_CHARACTERS = '10X98765432'

const ZERO = 48

const EIGHTEEN = /^[1-9]\d{16}[\dX]$/
const FIFTEEN = /^[1-9]\d{14}$/

/**
 * The eighteenth character of a resident number (GB 11643, ISO 7064 MOD 11-2).
 * @param first17 the seventeen digits before it
 */
export function checkDigit(first17: string): string {
  let sum = 0
  for (let place = 0; place < WEIGHTS.length; place++) {
    sum += (WEIGHTS[place] ?? 0) * (first17.charCodeAt(place) - ZERO)
  }
  return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length)
}

/**
 * Reads an identity number as typed or imported. A wrong check digit is not an error: the number is kept and flagged
 * by `checked: false`. A number whose birth date does not exist is no resident number. Fifteen-digit numbers, issued
 * until 1999, become their eighteen-digit form.
 */
export function readIdNumber(text: string): IdentityNumber {
  const number = EIGHTEEN.test(text) ? text : tidied(text)
  if (EIGHTEEN.test(number)) return resident(number, checkDigit(number) === number[17])
  if (FIFTEEN.test(number)) {
    const first17 = `${number.slice(0, 6)}19${number.slice(6)}`
    const upgraded = resident(first17 + checkDigit(first17), false)
    return upgraded.kind === 'resident' ? upgraded : { kind: 'other', number }
  }
  return { kind: 'other', number }
}

function tidied(text: string): string {
  return toHalfWidth(text)
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase()
}

/**
 * Whether a number should be checked again: a resident number whose check digit is missing or wrong, or eighteen or fifteen
 * digits with a birth date that does not exist.
 */
export function isDoubtful(id: IdentityNumber): boolean {
  return id.kind === 'resident' ? !id.checked : EIGHTEEN.test(id.number) || FIFTEEN.test(id.number)
}

function resident(number: string, checked: boolean): IdentityNumber {
  const birthOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isCivilDate(birthOn)) return { kind: 'other', number }
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female'
  return { kind: 'resident', number, birthOn, sex, regionCode: number.slice(0, 6), checked }
}
