import { toHalfWidth } from './half-width.ts'
import { latinKey } from './latin-key.ts'
import { unifyDots } from './name-dots.ts'
import { withoutRadicals } from './radicals.ts'

/** One thing to look for (L2); a person is found when every term fits. */
export type SearchTerm =
  | { kind: 'han'; text: string }
  /** Lower-case pinyin, initials or a Latin name. */
  | { kind: 'latin'; text: string }
  /** A phone, a card, or the tail of either. */
  | { kind: 'digits'; text: string }
  /** An identity number or a tail that only one can have; `X` in upper case. */
  | { kind: 'id'; text: string }
  /** A queue ticket such as A017. */
  | { kind: 'ticket'; text: string }

export const LONGEST_SEARCH = 64
export const MOST_TERMS = 6

/** What input methods and keyboards put between syllables: they divide nothing a reader would see. */
const SYLLABLE_MARKS = /['’‘`´\p{Cf}\p{Variation_Selector}]/gu
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}·]+/u
const DIGITS = /^\d+$/
/** A mobile, or a card or identity number, that was typed in groups. */
const WHOLE_NUMBER = /^(?:1\d{10}|\d{16,19})$/

/**
 * A ticket is a letter and up to three digits; with four it is an initial and a phone's tail. Seventeen or eighteen
 * digits are an identity number, nineteen a card.
 */
const RUNS = new RegExp(
  [
    '(?<id>\\d{3,17}x(?![a-z])|(?<!\\d)\\d{17,18}(?!\\d))',
    '(?<ticket>(?<![a-z])[a-z]\\d{1,3}(?![a-z\\d]))',
    '(?<han>\\p{Script=Han}[\\p{Script=Han}·]*)',
    '(?<latin>[\\p{L}\\p{M}]+?(?=\\p{Script=Han}|[^\\p{L}\\p{M}]|$))',
    '(?<digits>\\d+)',
  ].join('|'),
  'giu',
)

/** Reads the search box: mixed, full-width and half-composed input included. Never throws. */
export function parseSearch(text: string): SearchTerm[] {
  // Twice the length in UTF-16 units holds as many characters, whichever they are; a half one at the cut goes with the rest.
  const points = [...toHalfWidth(text.slice(0, LONGEST_SEARCH * 2))].slice(0, LONGEST_SEARCH)
  const clean = unifyDots(withoutRadicals(points.join('').replace(SYLLABLE_MARKS, '')))
  const words = joinNumberGroups(clean.split(BETWEEN_WORDS).filter((word) => word !== ''))
  return joinNeighbours(words.flatMap(termsOf)).slice(0, MOST_TERMS)
}

function termsOf(word: string): SearchTerm[] {
  return [...word.matchAll(RUNS)]
    .map((run) => termOf(run[0], run.groups ?? {}))
    .filter((term) => term.text !== '')
}

function termOf(run: string, found: Record<string, string | undefined>): SearchTerm {
  if (found.id !== undefined) return { kind: 'id', text: run.toUpperCase() }
  if (found.ticket !== undefined) return { kind: 'ticket', text: run.toUpperCase() }
  if (found.han !== undefined) return { kind: 'han', text: run.normalize('NFC') }
  if (found.digits !== undefined) return { kind: 'digits', text: run }
  return { kind: 'latin', text: latinKey(run) }
}

/** 138 1234 5678 is one phone and four groups of four are one card, but 王 5678 1234 stays two tails. */
function joinNumberGroups(words: string[]): string[] {
  const start = words.findIndex((word) => DIGITS.test(word))
  if (start < 0) return words
  const length = words.slice(start).findIndex((word) => !DIGITS.test(word))
  const end = length < 0 ? words.length : start + length
  const joined = words.slice(start, end).join('')
  return WHOLE_NUMBER.test(joined) ? [...words.slice(0, start), joined, ...words.slice(end)] : words
}

/** 王 建国 and wang jian guo are one name each: blanks between them come from the input method. */
function joinNeighbours(terms: SearchTerm[]): SearchTerm[] {
  const joined: SearchTerm[] = []
  for (const term of terms) {
    const last = joined.at(-1)
    const same = last?.kind === term.kind && (term.kind === 'han' || term.kind === 'latin')
    if (last && same) joined[joined.length - 1] = { kind: term.kind, text: last.text + term.text }
    else joined.push(term)
  }
  return joined
}
