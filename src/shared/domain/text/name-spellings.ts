import { latinKey, withoutPassportVowels } from './latin-key.ts'
import { keysOfOtherReadings, type LetterKeys } from './surname-readings.ts'

/** Nearly every name; asked first, because it is quick. */
const BEGINS_WITH_BASIC_HAN = /^[\u4e00-\u9fff]/
const HAN = /\p{Script=Han}/u
const WORD = /[\p{L}\p{M}\p{N}]+/gu
/** Longer names have their words' order in no passport twice. */
const MOST_WORDS = 4

/**
 * The keys by which a name is typed besides those that are kept (L2): the other readings of its surname (覃 qin and tan), and
 * of a name in letters the `v` for the `yu` of passports (LYU WEI is `lvwei`) and the same words with the last or the first
 * one moved to the other end, because forms put the family's name in front or behind (WEI LYU; LYU, WEI).
 * @param kept the name's own keys, of `nameKeys`
 */
export function otherLetterKeys(name: string, kept: LetterKeys): LetterKeys[] {
  return BEGINS_WITH_BASIC_HAN.test(name) || HAN.test(name)
    ? keysOfOtherReadings(name, kept)
    : latinKeys(name, kept)
}

function latinKeys(name: string, kept: LetterKeys): LetterKeys[] {
  const words = (name.match(WORD) ?? []).map(latinKey).filter((word) => word !== '')
  const orders = words.length > 1 && words.length <= MOST_WORDS ? turned(words) : [words]
  const spelled = orders.flatMap((order) => [order, order.map(withoutPassportVowels)])
  const byPinyin = new Map(spelled.map((order) => [order.join(''), order]))
  byPinyin.delete(kept.pinyin)
  return [...byPinyin].map(([pinyin, order]) => ({ pinyin, initials: order.map(initialOf).join('') }))
}

function turned(words: readonly string[]): string[][] {
  return [[...words], [...words.slice(-1), ...words.slice(0, -1)], [...words.slice(1), ...words.slice(0, 1)]]
}

function initialOf(word: string): string {
  return [...word][0] ?? ''
}
