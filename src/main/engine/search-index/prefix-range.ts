const LAST_CODE_POINT = 0x10ffff
const FIRST_SURROGATE = 0xd800
const AFTER_SURROGATES = 0xe000

/** SQLite puts every blob behind every text: the bound of a prefix that nothing follows. */
const BEHIND_ALL_TEXT = new Uint8Array(0)

/**
 * The first text behind every text that begins with `prefix`, in SQLite's order of code points.
 * @param prefix well-formed, not empty
 */
export function prefixEnd(prefix: string): string | Uint8Array {
  const points = [...prefix]
  for (let length = points.length; length > 0; length--) {
    const last = points[length - 1]?.codePointAt(0) ?? LAST_CODE_POINT
    if (last < LAST_CODE_POINT)
      return points.slice(0, length - 1).join('') + String.fromCodePoint(after(last))
  }
  return BEHIND_ALL_TEXT
}

/** Surrogates are no characters and are skipped. */
function after(codePoint: number): number {
  return codePoint + 1 === FIRST_SURROGATE ? AFTER_SURROGATES : codePoint + 1
}
