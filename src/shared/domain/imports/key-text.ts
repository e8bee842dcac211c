import { toHalfWidth } from '../text/half-width.ts'

const PLAIN = /^[\x20-\x7e]*$/
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu

/**
 * A bank's key in the one form that is compared and stored: half width, composed, without characters that nobody sees
 * (zero-width blanks and joiners, marks of direction). Its digits stay as they are, leading zeros too.
 */
export function cleanKey(text: string): string {
  if (PLAIN.test(text)) return text
  return toHalfWidth(text).replace(INVISIBLE, '').normalize('NFC').trim()
}
