import { toHalfWidth } from '../../../../shared/domain/text/half-width.ts'
import { parseSearch, type SearchTerm } from '../../../../shared/domain/text/search-text.ts'
import { isNameTerm, type NameTerm } from '../../../../shared/domain/text/shown-name.ts'
import type { Probe } from '../../../engine/search-index/probe.ts'
import { customerNoReach, type Reach, reachOf } from './reach.ts'

/** One way to read the box: people that the probes find and every filter lets through. */
export interface Reading {
  readonly probes: readonly Probe[]
  readonly filters: readonly Filter[]
}

/** Met by a key of the person in any of the ranges, or by what the mask leaves of a name. */
export type Filter =
  | { readonly by: 'keys'; readonly probes: readonly Probe[] }
  | { readonly by: 'shown-name'; readonly term: NameTerm }

/** A bank's own number with letters in it, such as C0001234, which the reader of names would take apart. */
const CUSTOMER_NO = /^(?=.*\d)[A-Z\d]+(?:-[A-Z\d]+)*$/

/**
 * Reads the box into the ways it may be meant, the surest first (L2): a whole number, then what begins or ends so.
 * Of several terms the most telling one finds people and the others filter them. A term that reaches only a whole
 * number (王 56 on its way to 王 5678) filters the first reading and is left out of the second. A name beside a number
 * that finds people is held against what the mask leaves of theirs and nothing more (P2): a number narrows the list to
 * one person, whose name could then be felt out letter by letter.
 */
export function planSearch(text: string): Reading[] {
  const reaches = parseSearch(text)
    .toSorted((a, b) => tellingness(b) - tellingness(a))
    .map((term) => ({ term, ...reachOf(term) }))
    .filter((reach) => reach.whole.length + reach.partial.length > 0)
  const telling = reaches.filter((reach) => reach.partial.length > 0)
  const number = customerNoTyped(text)
  const readings: Reading[] = [
    { probes: number?.whole ?? [], filters: [] },
    { probes: reaches[0]?.whole ?? [], filters: filtersBeside(reaches) },
    { probes: telling[0]?.partial ?? [], filters: filtersBeside(telling) },
    { probes: number?.partial ?? [], filters: [] },
  ]
  return readings.filter((reading) => reading.probes.length > 0)
}

type TermReach = Reach & { readonly term: SearchTerm }

/** What all terms but the first ask of whom the first finds. */
function filtersBeside([first, ...others]: readonly TermReach[]): Filter[] {
  if (first === undefined) return []
  const narrowed = !isNameTerm(first.term)
  return others.map(({ term, whole, partial }) =>
    narrowed && isNameTerm(term)
      ? { by: 'shown-name', term }
      : { by: 'keys', probes: [...whole, ...partial] },
  )
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
