import type { Sex } from '../domain/imports/import-rows.ts'
import { checkDigit } from '../domain/text/identity-number.ts'
import { civilDateOf, type DayNumber } from './day-number.ts'
import { mix32 } from './random.ts'

/**
 * Numbers that must be unique over the whole branch although every customer is generated alone: identity, phone and
 * card numbers are computed from the customer's index instead of being drawn.
 */

/** As many customers as the scheme below keeps apart, and as seven digits of a key are meant for. */
export const MAX_CUSTOMERS = 1_000_000

/** 99 is no province; nobody's identity number starts like this. */
const REGION_CODE = '999999'
/** Mobile numbers start with 13 to 19; no operator was ever assigned 100xxxxxxxx. */
const PHONE_SEGMENT = '100'
/** No card scheme has been assigned issuer numbers that start with 9999. */
const ISSUER_NUMBER = '999999'

const PHONE_NUMBERS = 100_000_000
/** Coprime to 10^8: neighbours get numbers that look unrelated, and no number occurs twice. */
const PHONE_STEP = 37_458_321

/** An identity number ends in a sequence of three digits, odd for men: 500 a day and sex, of which ten are kept back. */
const SEQUENCES = 490
/** Planted customers, whose birthdays are laid down, use the sequences kept back. */
const KEPT_BACK_SEQUENCE = 980
/** A power of two that is at least MAX_CUSTOMERS / SEQUENCES: an odd factor is then a permutation. */
const BIRTHDAY_CYCLE = 2048

/**
 * The birthday nearest to a wish, such that nobody of the same sequence number can share it: customers with one
 * sequence number get different remainders of the day number. The wish moves by 1,024 days at most.
 */
export function birthdayNear(wish: DayNumber, index: number): DayNumber {
  const sequence = index % SEQUENCES
  const scatter = mix32(sequence)
  const remainder =
    (Math.imul(Math.floor(index / SEQUENCES), scatter | 1) + (scatter >>> 11)) & (BIRTHDAY_CYCLE - 1)
  const start = wish - BIRTHDAY_CYCLE / 2
  return start + ((((remainder - start) % BIRTHDAY_CYCLE) + BIRTHDAY_CYCLE) % BIRTHDAY_CYCLE)
}

/** @param birth must come from `birthdayNear` for the same index, or the number may not be unique */
export function idNumberOf(index: number, birth: DayNumber, sex: Sex): string {
  return identityNumber((index % SEQUENCES) * 2, birth, sex)
}

/** For a planted customer: any birthday, up to ten people a day. */
export function seededIdNumberOf(index: number, birth: DayNumber, sex: Sex): string {
  return identityNumber(KEPT_BACK_SEQUENCE + (index % 10) * 2, birth, sex)
}

function identityNumber(evenSequence: number, birth: DayNumber, sex: Sex): string {
  const sequence = String(evenSequence + (sex === 'male' ? 1 : 0)).padStart(3, '0')
  const first17 = REGION_CODE + civilDateOf(birth).replaceAll('-', '') + sequence
  return first17 + checkDigit(first17)
}

export function phoneOf(seed: number, index: number): string {
  const offset = mix32(seed) % PHONE_NUMBERS
  // Stays below 2^53: 10^6 × 3.8 × 10^7.
  const number = (index * PHONE_STEP + offset) % PHONE_NUMBERS
  return PHONE_SEGMENT + String(number).padStart(8, '0')
}

/** A debit card (19 digits) or credit card (16) of the customer, with its Luhn digit. */
export function cardNumberOf(index: number, kind: 'debit' | 'credit'): string {
  const serial = String(index).padStart(kind === 'debit' ? 10 : 8, '0')
  const body = ISSUER_NUMBER + (kind === 'debit' ? '62' : '5') + serial
  return body + luhnDigit(body)
}

/** ISO/IEC 7812-1: every second digit from the right doubled, the sum made a multiple of ten. */
function luhnDigit(body: string): string {
  let sum = 0
  for (let place = 0; place < body.length; place++) {
    const digit = body.charCodeAt(body.length - 1 - place) - 48
    const weighed = place % 2 === 0 ? digit * 2 : digit
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return String((10 - (sum % 10)) % 10)
}

/** `C0000001` for the first customer. */
export function customerKeyOf(index: number): string {
  return `C${String(index + 1).padStart(7, '0')}`
}
