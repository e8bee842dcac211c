import { CONTACT_LETTER } from '../../../shared/domain/branch/screen-letters.ts'
import { type ProductCode, productByLetter } from '../../../shared/domain/customer/products.ts'
import { BUSINESSES, type Business } from '../../../shared/domain/lobby/visit.ts'
import { digitOf, letterOf } from '../../ui/physical-keys.ts'

/** Which answer is waited for. */
export type Asking = 'business' | 'clue' | null

export type ContactKey =
  | { readonly kind: 'ask'; readonly asking: Asking }
  | { readonly kind: 'business'; readonly business: Business }
  | { readonly kind: 'clue'; readonly product: ProductCode }
  | { readonly kind: 'do-not-disturb' }

/**
 * What a key means to the first contact (L5), by its place on the keyboard.
 * @param code `KeyboardEvent.code`
 * @param letters the branch's letters of the products
 */
export function contactKey(code: string, asking: Asking, letters: string): ContactKey | null {
  if (asking !== null && code === 'Escape') return { kind: 'ask', asking: null }
  if (asking === 'clue') {
    const product = productByLetter(letterOf(code), letters)
    return product === null ? null : { kind: 'clue', product: product.code }
  }
  if (asking === 'business') {
    const business = BUSINESSES[Number(digitOf(code)) - 1]
    return business === undefined ? null : { kind: 'business', business }
  }
  switch (letterOf(code)) {
    case CONTACT_LETTER.business:
      return { kind: 'ask', asking: 'business' }
    case CONTACT_LETTER.clue:
      return { kind: 'ask', asking: 'clue' }
    case CONTACT_LETTER.doNotDisturb:
      return { kind: 'do-not-disturb' }
    default:
      return null
  }
}
