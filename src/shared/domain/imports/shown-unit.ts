/** What a number format shows before and behind a number that is not in yuan, months or percent as it stands. */
export interface ShownUnit {
  readonly before: string
  readonly behind: string
}

/**
 * A larger or smaller unit (`12万` holds 12 and means 120,000), or one of time that is no month: of a count of months, `3年`
 * is none.
 */
const OTHER_SCALE = /^(?:[十百千]?[万亿]|[百千]|[‰‱]|[年岁天日周季]|星期|个?季度|小时)/
/** Money of others; ¥, 元, CNY and RMB are the yuan. */
const OTHER_MONEY =
  /[$€£₩₽₹฿]|美元|美金|港币|港元|欧元|英镑|日元|日圆|澳元|加元|韩元|新台币|澳门元|(?<![A-Z])(?:USD|HKD|EUR|GBP|JPY|AUD|CAD|SGD|CHF|KRW|TWD|MOP|RUB|THB)(?![A-Z])/

/**
 * The currency of a format's bracket (`$` taken off): `US$-409`, `€-2`, `¥-411`.
 * @returns its sign, `JPY` for the yen, which shares its sign with the yuan
 */
export function bracketCurrency(inside: string): string {
  const [sign = '', locale = ''] = inside.split('-')
  return /[¥￥]/.test(sign) && /411$/.test(locale) ? 'JPY' : sign
}

/**
 * @param before the words before the digits, with the currency
 * @param behind the words behind them
 * @returns both, where they change what the number means; null where the number means itself
 */
export function shownUnit(before: string, behind: string): ShownUnit | null {
  const words = { before: before.trim(), behind: behind.trim() }
  if (OTHER_SCALE.test(words.behind)) return words
  return OTHER_MONEY.test(`${words.before} ${words.behind}`) ? words : null
}
