import { toHalfWidth } from '../../../../shared/domain/text/half-width.ts'
import { parseSearch, type SearchTerm } from '../../../../shared/domain/text/search-text.ts'
import type { Probe } from '../../../engine/search-index/probe.ts'
import { customerNoReach, type Reach, reachOf } from './reach.ts'

/** One way to read the box: people that the probes find and every filter lets through. */
export interface Reading {
  readonly probes: readonly Probe[]
  /** Each filter is met by a key of the person in any of its ranges. */
  readonly filters: readonly (readonly Probe[])[]
}

/** A bank's own number with letters in it, such as C0001234, which the reader of names would take apart. */
const CUSTOMER_NO = /^(?=.*\d)[A-Z\d]+(?:-[A-Z\d]+)*$/

/**
 * Reads the box into the ways it may be meant, the surest first (L2): a whole number, then what begins or ends so.
 * Of several terms the most telling one finds people and the others filter them. A term that reaches only a whole
 * number (王 56 on its way to 王 5678) filters the first reading and is left out of the second.
 */
export function planSearch(text: string): Reading[] {
  const reaches = parseSearch(text)
    .toSorted((a, b) => tellingness(b) - tellingness(a))
    .map(reachOf)
    .filter((reach) => reach.whole.length + reach.partial.length > 0)
  const telling = reaches.filter((reach) => reach.partial.length > 0)
  const number = customerNoTyped(text)
  const readings: Reading[] = [
    { probes: number?.whole ?? [], filters: [] },
    { probes: reaches[0]?.whole ?? [], filters: reaches.slice(1).map(allProbes) },
    { probes: telling[0]?.partial ?? [], filters: telling.slice(1).map(allProbes) },
    { probes: number?.partial ?? [], filters: [] },
  ]
  return readings.filter((reading) => reading.probes.length > 0)
}

function allProbes(reach: Reach): Probe[] {
  return [...reach.whole, ...reach.partial]
}

function customerNoTyped(text: string): Reach | null {
  const typed = toHalfWidth(text).trim().toUpperCase()
  return CUSTOMER_NO.test(typed) ? customerNoReach(typed) : null
}

/** What any number counts for more than the longest name does. */
const NUMBER_BEFORE_NAME = 1_000
/** A character says about as much as a syllable of four letters. */
const LETTERS_OF_A_CHARACTER = 4

/** Numbers tell more than names, characters more than letters, longer terms more than shorter ones. Our own default. */
function tellingness(term: SearchTerm): number {
  const length = [...term.text].length
  switch (term.kind) {
    case 'id':
    case 'digits':
    case 'ticket':
      return NUMBER_BEFORE_NAME + length
    case 'han':
      return length * LETTERS_OF_A_CHARACTER
    case 'latin':
      return length
  }
}
