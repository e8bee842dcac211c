const MARKS = /\p{M}/gu

/**
 * Letters as they are typed on a plain keyboard: lower case, `ü` on the `v` key as input methods have it, other accents
 * dropped. Names are stored and looked up through this one form.
 */
export function latinKey(letters: string): string {
  return letters
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ü', 'v')
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
}

/** After these two letters alone pinyin knows both `u` and `ü`. */
const EITHER_VOWEL = /(?<=[ln])u/g
/** A name holds one such syllable, seldom two; each doubles what is looked up. Our own default. */
const MOST_EITHER = 3

/**
 * Every way in which what was typed may be kept: 吕 is kept as `lv`, and typed `lv`, `lü`, or `lu` on a keyboard
 * without `ü` (L2).
 * @param key of `latinKey`; it comes first
 */
export function latinSpellings(key: string): string[] {
  const places = [...key.matchAll(EITHER_VOWEL)].slice(0, MOST_EITHER).map(({ index }) => index)
  return places.reduce(
    (spellings, place) =>
      spellings.concat(spellings.map((each) => `${each.slice(0, place)}v${each.slice(place + 1)}`)),
    [key],
  )
}
