import { latinSpellings } from '../../../../shared/domain/text/latin-key.ts'
import type { SearchTerm } from '../../../../shared/domain/text/search-text.ts'
import { KEY_KIND, nameForms, reversed } from '../../../engine/search-index/keys.ts'
import { exactly, type Probe, startingWith } from '../../../engine/search-index/probe.ts'

/*
 * How far a search reaches into a number (P2). What the mask shows anyway, the last digits, may be searched by. A part
 * that is one digit longer would let anyone find a hidden digit in ten tries and then the next; so a longer part must
 * hold at least four hidden digits at once, or be the whole number.
 */

const SHORTEST_PHONE_TAIL = 3
/** A mask leaves the last four of every number. */
const SHOWN_TAIL = 4
const HIDDEN_AT_ONCE = 4
/** 138 and the four hidden digits. */
const MOBILE_FRONT = 7
const MOBILE_DIGITS = 11
const SHORTEST_WHOLE_PHONE = 7
const RESIDENT_NUMBER = 18
/** The last four, and a birth date in front of them, which the panel shows. */
const LONGEST_ID_TAIL = 12
const SHORTEST_WHOLE_CARD = 16
const SHORTEST_CUSTOMER_NO = 3
/** One letter inside a name is no search. */
const SHORTEST_LATIN_INFIX = 2

/**
 * The key ranges in which a term may be found; none where it is too short, or long enough to feel one's way past the
 * mask. Whole numbers and exact customer numbers come as `whole`, which is asked first.
 */
export interface Reach {
  readonly whole: readonly Probe[]
  readonly partial: readonly Probe[]
}

export function reachOf(term: SearchTerm): Reach {
  switch (term.kind) {
    case 'han':
      return { whole: [], partial: nameForms(term.text).flatMap(hanProbes) }
    case 'latin':
      return { whole: [], partial: latinProbes(term.text) }
    case 'digits':
      return digitReach(term.text)
    case 'id':
      return idReach(term.text)
    case 'ticket':
      return customerNoReach(term.text)
  }
}

function hanProbes(text: string): Probe[] {
  return text === '' ? [] : [startingWith(KEY_KIND.name, text), startingWith(KEY_KIND.nameSuffix, text)]
}

function latinProbes(text: string): Probe[] {
  const spelled = latinSpellings(text).map((spelling) => startingWith(KEY_KIND.pinyin, spelling))
  const probes = [startingWith(KEY_KIND.initials, text), ...spelled]
  if (text.length >= SHORTEST_LATIN_INFIX) probes.push(startingWith(KEY_KIND.nameSuffix, text))
  return probes
}

function digitReach(digits: string): Reach {
  const backwards = reversed(digits)
  const { length } = digits
  const whole = [...customerNoReach(digits).whole]
  const partial = [...customerNoReach(digits).partial]
  if (length >= SHORTEST_WHOLE_PHONE) whole.push(exactly(KEY_KIND.phone, digits))
  if (length >= SHORTEST_WHOLE_CARD) whole.push(exactly(KEY_KIND.cardReversed, backwards))
  if (isPhoneTail(length)) partial.push(startingWith(KEY_KIND.phoneReversed, backwards))
  if (isMobileFront(digits)) partial.push(startingWith(KEY_KIND.phone, digits, MOBILE_DIGITS))
  if (length === SHOWN_TAIL) partial.push(startingWith(KEY_KIND.cardReversed, backwards))
  const id = idReach(digits)
  return { whole: [...whole, ...id.whole], partial: [...partial, ...id.partial] }
}

function isPhoneTail(length: number): boolean {
  const shown = length >= SHORTEST_PHONE_TAIL && length <= SHOWN_TAIL
  return shown || length >= SHOWN_TAIL + HIDDEN_AT_ONCE
}

function isMobileFront(digits: string): boolean {
  return digits.startsWith('1') && digits.length >= MOBILE_FRONT && digits.length < MOBILE_DIGITS
}

/** Only resident numbers are found by a tail: the mask of a shorter document leaves less than four. */
function idReach(text: string): Reach {
  const backwards = reversed(text)
  const isTail = text.length >= SHOWN_TAIL && text.length <= LONGEST_ID_TAIL
  return {
    whole: [exactly(KEY_KIND.idReversed, backwards)],
    partial: isTail ? [startingWith(KEY_KIND.idReversed, backwards, RESIDENT_NUMBER)] : [],
  }
}

/** The bank's own number is no secret; its front finds as one types. */
export function customerNoReach(text: string): Reach {
  const number = text.toUpperCase()
  return {
    whole: [exactly(KEY_KIND.customerNo, number)],
    partial: number.length >= SHORTEST_CUSTOMER_NO ? [startingWith(KEY_KIND.customerNo, number)] : [],
  }
}
