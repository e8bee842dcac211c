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
 * Passports and embossed cards write `ü` as `yu` (LYU, NYU, LYUE, by the ministry's rule of 2012 for names in passports).
 * A `ly` or `ny` of pinyin has no other end.
 */
const PASSPORT_VOWEL = /(?<=[ln])yu/g

/** The same key with `ü` on the `v` key where passports write `yu`: `lyuwei` is `lvwei`. */
export function withoutPassportVowels(key: string): string {
  return key.replace(PASSPORT_VOWEL, 'v')
}

/**
 * Every way in which what was typed may be kept: 吕 is kept as `lv`, and typed `lv`, `lü`, `lyu` as in a passport, or
 * `lu` on a keyboard without `ü` (L2).
 * @param key of `latinKey`; it comes first
 */
export function latinSpellings(key: string): string[] {
  const spelled = withoutPassportVowels(key)
  const most = spelled === key ? MOST_EITHER : MOST_EITHER - 1
  const places = [...spelled.matchAll(EITHER_VOWEL)].slice(0, most).map(({ index }) => index)
  const eitherWay = places.reduce(
    (spellings, place) =>
      spellings.concat(spellings.map((each) => `${each.slice(0, place)}v${each.slice(place + 1)}`)),
    [spelled],
  )
  return spelled === key ? eitherWay : [key, ...eitherWay]
}
