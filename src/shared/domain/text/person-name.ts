import { toHalfWidth } from './half-width.ts'
import { latinKey } from './latin-key.ts'
import { unifyDots } from './name-dots.ts'
import { syllables } from './name-syllables.ts'
import { withoutRadicals } from './radicals.ts'
import { surnameLengthOf } from './surnames.ts'

export type ReadName = { ok: true; name: string } | { ok: false; reason: 'empty' | 'digits' | 'length' }

/** Longer than any name a bank's system stores; anything longer is a slipped column. */
const LONGEST_NAME = 64

/** An infix search needs no more suffixes; this limits the index rows of one long name. */
const MOST_SUFFIXES = 8

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu
/** Nearly every name: nothing of it can be written in another way, so nothing is tidied. Unihan's basic block alone. */
const PLAIN_HAN = /^[\u4e00-\u9fff]+$/
const GAPS = /[\s\u3000]+/g
const GAP_BETWEEN_HAN = /(?<=[\p{Script=Han}·]) (?=[\p{Script=Han}·])/gu
const LOOSE_ENDS = /^[ ·]+|[ ·]+$/g
const NO_LETTER = /^[^\p{L}]*$/u
const HAS_DIGIT = /\p{N}/u

/**
 * A name as the product keeps it: composed (NFC, which folds compatibility ideographs as well), without invisible
 * characters and variation selectors, one form of the middle dot, characters for radicals, plain Latin letters for full-width ones (Ｊｏｈｎ), and without the blanks that set two-character names wide (王　五).
 */
export function readName(text: string): ReadName {
  if (text.length <= LONGEST_NAME && PLAIN_HAN.test(text)) return { ok: true, name: text }
  const name = tidied(text)
  if (NO_LETTER.test(name)) return { ok: false, reason: HAS_DIGIT.test(name) ? 'digits' : 'empty' }
  if ([...name].length > LONGEST_NAME) return { ok: false, reason: 'length' }
  return { ok: true, name }
}

function tidied(text: string): string {
  const plain = toHalfWidth(text).replace(GAPS, ' ').replace(INVISIBLE, '').normalize('NFC')
  return unifyDots(withoutRadicals(plain)).replace(GAP_BETWEEN_HAN, '').replace(LOOSE_ENDS, '')
}

export interface NameKeys {
  /** Joined syllables and lower-case letters: `wangjianguo`, `johnsmith`. */
  pinyin: string
  /** First letters: `wjg`, `js`. */
  initials: string
  surnameLength: number
}

const RUNS = /\p{Script=Han}+|[\p{L}\p{M}\p{N}]+/gu
const HAN = /^\p{Script=Han}/u
const BEGINS_WITH_TEXT = /^[\p{L}\p{N}]/u

/** The keys a name is found by when typed in Latin letters (L2). A character without a known reading leaves nothing. */
export function nameKeys(name: string): NameKeys {
  const parts = [...name.matchAll(RUNS)].flatMap((run) =>
    HAN.test(run[0]) ? syllables(run[0], run.index === 0) : [latinKey(run[0])],
  )
  return {
    pinyin: parts.join(''),
    initials: parts.map((part) => initialOf(part)).join(''),
    surnameLength: surnameLengthOf(name),
  }
}

/** Every tail of the name from its second character on, longest first, for a search inside names. */
export function nameSuffixes(name: string): string[] {
  const points = [...name]
  return points
    .map((_, index) => points.slice(index).join(''))
    .slice(1)
    .filter((suffix) => BEGINS_WITH_TEXT.test(suffix))
    .slice(0, MOST_SUFFIXES)
}

/** A number is part of the key as a whole: `客户 1234` is `kh1234`. */
function initialOf(part: string): string {
  return HAS_DIGIT.test(part) ? part : ([...part][0] ?? '')
}
