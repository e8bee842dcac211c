import { type ProductCode, productByLetter } from '../../../shared/domain/customer/products.ts'
import { type IntentLevel, LEVELS, SIGNALS, type Signal } from '../../../shared/domain/work/intent.ts'
import { digitOf, letterOf } from '../../ui/physical-keys.ts'

/** What a key of the flag pad means (L6). */
export type PadKey =
  | { readonly kind: 'product'; readonly product: ProductCode }
  | { readonly kind: 'level'; readonly level: IntentLevel }
  | { readonly kind: 'signal'; readonly signal: Signal }

/** Digits in their order on the keyboard: the first three are levels, the seven after them signals. */
const DIGITS = '1234567890'

/** The digit that sets a level: 1 高, 2 中, 3 低. */
export function digitOfLevel(level: IntentLevel): string {
  return DIGITS.charAt(LEVELS.indexOf(level))
}

/** The digit that switches a signal. */
export function digitOfSignal(signal: Signal): string {
  return DIGITS.charAt(LEVELS.length + SIGNALS.indexOf(signal))
}

/**
 * Reads a key of the pad by its place on the keyboard, so that neither an input method nor Caps Lock changes it.
 * @param code `KeyboardEvent.code`
 * @param letters the branch's keys of the products, which it may change (L6)
 */
export function padKey(code: string, letters: string): PadKey | null {
  const product = productByLetter(letterOf(code), letters)
  if (product !== null) return { kind: 'product', product: product.code }
  const digit = digitOf(code)
  const level = LEVELS.find((each) => digitOfLevel(each) === digit)
  if (level !== undefined) return { kind: 'level', level }
  const signal = SIGNALS.find((each) => digitOfSignal(each) === digit)
  return signal === undefined ? null : { kind: 'signal', signal }
}
