/**
 * Product groups of the flag pad, in its order. The letter is the key a teller presses where the branch chose no other
 * (`productLetters` of the settings).
 */
export const PRODUCTS = [
  { code: 'wealth', letter: 'L', zh: '理财', en: 'Wealth' },
  { code: 'loan', letter: 'D', zh: '贷款', en: 'Loan' },
  { code: 'card', letter: 'K', zh: '卡', en: 'Card' },
  { code: 'deposit', letter: 'C', zh: '存款', en: 'Deposit' },
  { code: 'insurance', letter: 'B', zh: '保险', en: 'Insurance' },
  { code: 'fund', letter: 'J', zh: '基金', en: 'Fund' },
] as const

export type Product = (typeof PRODUCTS)[number]
export type ProductCode = Product['code']

/** The codes alone, as a tuple that a schema can enumerate. */
export const PRODUCT_CODES = PRODUCTS.map((product) => product.code) as [ProductCode, ...ProductCode[]]

/**
 * The product behind a key of the pad, in either case; `null` when the key means nothing.
 * @param letters the branch's own, one a product in the order of `PRODUCTS`
 */
export function productByLetter(letter: string, letters: string): Product | null {
  const wanted = letter.toUpperCase()
  return PRODUCTS.find((_, index) => letters.charAt(index) === wanted && wanted !== '') ?? null
}

/** The branch's key for a product; empty while its letters are not known. */
export function letterOfProduct(code: ProductCode, letters: string): string {
  return letters.charAt(PRODUCTS.findIndex((product) => product.code === code))
}
