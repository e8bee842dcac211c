const DIGIT_ZERO = 48
const DIGIT_NINE = 57
const LONGEST_WORD = 12

/** What databases, data tools and people write where there is no value. Compared in lower case. */
const NO_VALUE: ReadonlySet<string> = new Set([
  'null',
  '(null)',
  '[null]',
  '<null>',
  '{null}',
  '\\n',
  'nil',
  'nan',
  '<na>',
  'none',
  'n/a',
  'n.a.',
  'undefined',
  '无',
  '无此项',
  '没有',
  '暂无',
  '未知',
  '不详',
  '未填',
  '未提供',
  '未登记',
  '空',
  '空值',
])

/** Whether a text says in words that there is no value. */
export function saysNothing(text: string): boolean {
  const first = text.charCodeAt(0)
  // The usual key or phone: nothing in the list begins with a digit.
  if ((first >= DIGIT_ZERO && first <= DIGIT_NINE) || text.length > LONGEST_WORD) return false
  return NO_VALUE.has(text.toLowerCase())
}
