import { latinSpellings } from '../../../../shared/domain/text/latin-key.ts'
import type { SearchTerm } from '../../../../shared/domain/text/search-text.ts'
import { wholeNumbersOf } from '../../../../shared/domain/text/whole-number.ts'
import { KEY_KIND, type KeyKind, nameForms, reversed } from '../../../engine/search-index/keys.ts'
import { exactly, type Probe, startingWith } from '../../../engine/search-index/probe.ts'

/*
 * How far a search reaches into a number (P2): to the last digits, which the mask shows anyway, and to the whole number.
 * Nothing between them is looked for; `whole-number.ts` says why.
 */

const SHORTEST_PHONE_TAIL = 3
/** A mask leaves the last four of every number. */
const SHOWN_TAIL = 4
/** Of a shorter phone the mask shows nothing. */
const SHORTEST_SHOWN_PHONE = 8
/** Only resident numbers are found by a tail: the mask of a shorter document leaves less than four. */
const RESIDENT_NUMBER = 18
const SHORTEST_CUSTOMER_NO = 3
/** One letter inside a name is no search. */
const SHORTEST_LATIN_INFIX = 2

/**
 * The key ranges in which a term may be found; none where it is too short, or reaches past what the mask shows. Whole
 * numbers and exact customer numbers come as `whole`, which is asked first.
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
      return digitReach(term)
    case 'id':
      return { whole: wholeProbes(term), partial: idTail(term.text) }
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

function digitReach(term: SearchTerm): Reach {
  const digits = term.text
  const customerNo = customerNoReach(digits)
  const partial = [...customerNo.partial]
  if (digits.length >= SHORTEST_PHONE_TAIL && digits.length <= SHOWN_TAIL) {
    partial.push(startingWith(KEY_KIND.phoneReversed, reversed(digits), SHORTEST_SHOWN_PHONE))
  }
  if (digits.length === SHOWN_TAIL) partial.push(startingWith(KEY_KIND.cardReversed, reversed(digits)))
  return { whole: [...customerNo.whole, ...wholeProbes(term)], partial: [...partial, ...idTail(digits)] }
}

function idTail(text: string): Probe[] {
  return text.length === SHOWN_TAIL
    ? [startingWith(KEY_KIND.idReversed, reversed(text), RESIDENT_NUMBER)]
    : []
}

const WHOLE_KEY: Readonly<Record<'phone' | 'id' | 'card', { kind: KeyKind; keyOf(number: string): string }>> =
  {
    phone: { kind: KEY_KIND.phone, keyOf: (number) => number },
    id: { kind: KEY_KIND.idReversed, keyOf: reversed },
    card: { kind: KEY_KIND.cardReversed, keyOf: reversed },
  }

function wholeProbes(term: SearchTerm): Probe[] {
  return wholeNumbersOf(term).map(({ kind, number }) => {
    const { kind: key, keyOf } = WHOLE_KEY[kind]
    return exactly(key, keyOf(number))
  })
}

/** The bank's own number is no secret; its front finds as one types. */
export function customerNoReach(text: string): Reach {
  const number = text.toUpperCase()
  return {
    whole: [exactly(KEY_KIND.customerNo, number)],
    partial: number.length >= SHORTEST_CUSTOMER_NO ? [startingWith(KEY_KIND.customerNo, number)] : [],
  }
}
