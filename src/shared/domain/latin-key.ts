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
