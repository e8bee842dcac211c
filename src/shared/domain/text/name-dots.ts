/** Separates the parts of a transliterated name (阿依古丽·买买提). */
export const NAME_DOT = '·'

/** Every dot and bullet that keyboards, input methods and old code pages have for the one between the parts of a name. */
const DOTS =
  /[\u00b7\u0387\u16eb\u2022\u2024\u2027\u2219\u22c5\u25cf\u25e6\u26ab\u2981\u2e31\u2e33\u30fb\uff65\ua78f]/g

/** A full stop stands for the dot between Han characters only: `J. SMITH` keeps its own. */
const STOP_BETWEEN_HAN = /(?<=\p{Script=Han}) ?[.。．｡﹒︒] ?(?=\p{Script=Han})/gu

/** Names of Han characters and hyphens alone. */
const HYPHENED = /^\p{Script=Han}+(?: ?[-‐‑–—－] ?\p{Script=Han}+)+$/u
const HYPHEN = / ?[-‐‑–—－] ?/
/** 张三-李四 are two people; a part of a transliterated name has three characters and more. */
const TRANSLITERATED = 3

/**
 * The middle dot in one spelling, `·`. A hyphen between Han characters is taken for it where a part is as long as
 * transliterated ones are (阿依古丽-买买提).
 */
export function unifyDots(name: string): string {
  const dotted = name.replace(DOTS, NAME_DOT).replace(STOP_BETWEEN_HAN, NAME_DOT)
  if (!HYPHENED.test(dotted)) return dotted
  const parts = dotted.split(HYPHEN)
  return parts.some((part) => [...part].length >= TRANSLITERATED) ? parts.join(NAME_DOT) : dotted
}
