/**
 * What a search key is made of (L2). The numbers stand in the database; a tail is found as the front of the reversed
 * number, because a B-tree finds fronts only.
 */
export const KEY_KIND = {
  /** The whole name, without its dots and in lower case: found by its front. */
  name: 0,
  /** The name from its second, third … character on: found from the middle (infix). */
  nameSuffix: 1,
  /** All syllables joined: `wangjianguo`. */
  pinyin: 2,
  /** First letters: `wjg`. */
  initials: 3,
  phone: 4,
  phoneReversed: 5,
  idReversed: 6,
  cardReversed: 7,
  customerNo: 8,
} as const

export type KeyKind = (typeof KEY_KIND)[keyof typeof KEY_KIND]
