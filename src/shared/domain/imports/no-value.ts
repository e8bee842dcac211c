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

/** First characters of the list, in both cases; those outside ASCII are looked up. */
const ASCII_END = 128
const FIRST = new Uint8Array(ASCII_END)
for (const word of NO_VALUE) {
  for (const letter of [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]) {
    if (letter < ASCII_END) FIRST[letter] = 1
  }
}

/** Whether a text says in words that there is no value. */
export function saysNothing(text: string): boolean {
  const first = text.charCodeAt(0)
  if (text.length > LONGEST_WORD || (first < ASCII_END && FIRST[first] !== 1)) return false
  return NO_VALUE.has(text.toLowerCase())
}
