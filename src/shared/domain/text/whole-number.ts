import { readIdNumber } from './identity-number.ts'
import { maskCard, maskIdNumber, maskPhone } from './masking.ts'
import { parseSearch, type SearchTerm } from './search-text.ts'

/*
 * Which numbers a text names whole (P2). The mask hides at least four characters of every number, so nothing between its
 * shown tail and the whole number may be looked for: a part that is one digit longer would tell a hidden digit in ten
 * tries, and a part with four hidden digits is tried on everybody at once. What is named whole can be guessed, so it is
 * what is counted.
 */

export type NumberKind = 'phone' | 'id' | 'card'

/** A number that somebody typed or scanned whole, as it is stored. */
export interface WholeNumber {
  readonly kind: NumberKind
  readonly number: string
}

/** A mobile; a local number, or one behind its area code or a country's 00; a 400 or 800 line. */
const WHOLE_PHONE = /^(?:1\d{10}|[2-9]\d{6,7}|0\d{8,16}|[48]00\d{7})$/
const WHOLE_CARD = /^\d{16,19}$/
/** A mask of fewer characters would hide fewer than four. */
const WHOLE_DOCUMENT = /^(?=.{7,18}$)\d+X?$/

const MASK: Readonly<Record<NumberKind, (number: string) => string>> = {
  phone: maskPhone,
  id: maskIdNumber,
  card: maskCard,
}

/** Where the birth date stands in a resident number; the panel shows it. */
const BIRTH_DATE = [6, 14] as const
const RESIDENT_NUMBER = 18

/** The numbers that a search for the text looks for whole; a run of digits may be several kinds. */
export function wholeNumbersIn(text: string): WholeNumber[] {
  return parseSearch(text).flatMap(wholeNumbersOf)
}

/** The numbers that one term of a search looks for whole. */
export function wholeNumbersOf({ kind, text: number }: SearchTerm): WholeNumber[] {
  if (kind !== 'digits' && kind !== 'id') return []
  const fits: Readonly<Record<NumberKind, boolean>> = {
    phone: kind === 'digits' && WHOLE_PHONE.test(number),
    id: WHOLE_DOCUMENT.test(number),
    card: kind === 'digits' && WHOLE_CARD.test(number),
  }
  return (['phone', 'id', 'card'] as const)
    .filter((each) => fits[each])
    .map((each) => ({ kind: each, number }))
}

/** A mobile, a number behind its area code, a 400 line; a resident number; a debit card. */
const COMPLETE: Readonly<Record<NumberKind, RegExp>> = {
  phone: /^(?:1\d{10}|0\d{10,16}|400\d{7})$/,
  id: /^\d{17}[\dX]$/,
  card: /^\d{19}$/,
}

/**
 * Whether a number is one that nobody goes on typing: 8 digits may be a local number, and are the beginning of every mobile,
 * card and identity number that is typed digit by digit.
 */
export function isComplete({ kind, number }: WholeNumber): boolean {
  return COMPLETE[kind].test(number)
}

/**
 * Whether two numbers look the same to who sees masks: the one may be a guess at the other. Of resident numbers the birth
 * date counts as seen.
 */
export function looksLike({ kind, number }: WholeNumber, stored: string): boolean {
  if (stored.length !== number.length || MASK[kind](stored) !== MASK[kind](number)) return false
  if (kind !== 'id' || number.length !== RESIDENT_NUMBER) return true
  return stored.slice(...BIRTH_DATE) === number.slice(...BIRTH_DATE)
}

/** The end of a number that its mask leaves, as much as every number of the kind and length shows. */
export function shownTailOf({ kind, number }: WholeNumber): string {
  const shown = /[^*]*$/.exec(MASK[kind](number))?.[0] ?? ''
  return shown.slice(-SHOWN_TAIL)
}

const SHOWN_TAIL = 4

/**
 * The chance in ten thousand that a guess at one hidden number of the kind is right, rounded up. Of a phone four digits are
 * hidden. Of a resident number it is five digits of the region, of which the check digit leaves one in eleven: 9,090.
 */
export function chanceOf({ kind, number }: WholeNumber): number {
  if (kind !== 'id') return 1
  const { kind: document } = readIdNumber(number)
  return document === 'resident' ? 2 : 1
}
