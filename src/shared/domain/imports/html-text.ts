const MARKUP = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(nbsp|amp|lt|gt|quot|apos|middot));|<br\s*\/?>/gi
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  middot: '·',
}
const LAST_CODE_POINT = 0x10ffff
const HEXADECIMAL = 16

/**
 * Text out of a web program: `&amp;`, `&nbsp;`, a line break, and characters by number, which is how a form in GBK sends
 * those that GBK does not have (a rare name: `&#134071;`). Once, so that `&amp;lt;` becomes `&lt;`.
 */
export function withoutMarkup(text: string): string {
  if (!text.includes('&') && !text.includes('<')) return text
  return text.replace(MARKUP, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
    if (decimal === undefined && hex === undefined) return ' '
    const point = decimal === undefined ? Number.parseInt(hex ?? '', HEXADECIMAL) : Number(decimal)
    return point > 0 && point <= LAST_CODE_POINT ? String.fromCodePoint(point).toWellFormed() : whole
  })
}
