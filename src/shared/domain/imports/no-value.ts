/** What spreadsheet programs write into a text file for a cell whose formula failed. */
const CELL_ERROR =
  /^#(?:N\/A|REF!|NAME\??!?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA|BLOCKED!|BUSY!|CONNECT!|UNKNOWN!|#+)$/i
/** LibreOffice has numbers for its errors. */
const NUMBERED_ERROR = /^(?:Err:|错误:|#ERR)\d{3}$/i

/** `#`, `E` and `错`: what the forms above begin with. */
const MAY_BE_ERROR: ReadonlySet<number> = new Set(['#', 'E', 'e', '错'].map((char) => char.charCodeAt(0)))
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

/** Whether a text is a spreadsheet's error in place of a value: nobody knows what stood there. */
export function isCellError(text: string): boolean {
  if (!MAY_BE_ERROR.has(text.charCodeAt(0))) return false
  return CELL_ERROR.test(text) || NUMBERED_ERROR.test(text)
}

/** Whether a text says in words that there is no value. */
export function saysNothing(text: string): boolean {
  const first = text.charCodeAt(0)
  // The usual key or phone: nothing in the list begins with a digit.
  if ((first >= DIGIT_ZERO && first <= DIGIT_NINE) || text.length > LONGEST_WORD) return false
  return NO_VALUE.has(text.toLowerCase())
}
