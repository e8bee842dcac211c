import { toHalfWidth } from '../text/half-width.ts'

/** The parts that a date format is made of; everything else in it stands for itself. */
const TOKEN = /YYYY|CYY|YY|ROC|MON|MM|M|DDD|DD|D|EEE|hh|mm|ss|fff/g

const HALF_WORDS = 'AM|PM|A\\.M\\.|P\\.M\\.|上午|下午|早上|凌晨|清晨|中午|傍晚|晚上'
const BEFORE = `(?<before>${HALF_WORDS})?\\s*`
const AFTER = `(?:\\s*(?<half>${HALF_WORDS}))?`
/** A zone by its offset or as UTC; Java adds the zone's name in brackets. */
const ZONE = '(?:\\s*(?<zone>Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)(?:\\[[\\w/+-]+\\])?)?'
const FRACTION = '(?:[.,:]\\d{1,9})?'
const HOUR = '(?<hour>[01]\\d|2[0-4])'
const LOOSE_HOUR = '(?<hour>[01]?\\d|2[0-4])'
const MINUTE = '(?<minute>[0-5]\\d)'
const SECOND = '(?<second>[0-5]\\d|60)'
const NAMES =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
/** Oracle pads its Chinese months to one width: `3月 `, `10月`. */
const MONTH_NAME = `(?<monthName>(?:${NAMES})\\.?|(?:0?[1-9]|1[0-2])月 *)`

const PARTS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<shortYear>\\d{2})',
  CYY: '(?<century>[01]?)(?<shortYear>\\d{2})',
  ROC: '(?<roc>\\d{2,3})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  MON: MONTH_NAME,
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  DDD: '(?<dayOfYear>\\d{3})',
  EEE: '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?|(?:星期|周|礼拜)[一二三四五六日天])',
  mm: MINUTE,
  ss: SECOND,
  fff: '\\d{1,9}',
}
const TIME_TOKENS: readonly string[] = ['hh', 'mm', 'ss', 'fff']

const SYNTAX = /[\\^$.*+?()[\]{}|/-]/g

interface Piece {
  readonly token: boolean
  readonly text: string
}

function piecesOf(format: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: token, index } of format.matchAll(TOKEN)) {
    if (index > from) pieces.push({ token: false, text: format.slice(from, index) })
    pieces.push({ token: true, text: token })
    from = index + token.length
  }
  if (from < format.length) pieces.push({ token: false, text: format.slice(from) })
  return pieces
}

/** The tokens of a format, in its order. */
export function tokensOf(format: string): readonly string[] {
  return piecesOf(format).flatMap(({ token, text }) => (token ? [text] : []))
}

/** The format with its tokens replaced. */
export function fillFormat(format: string, valueFor: (token: string) => string): string {
  return piecesOf(format)
    .map(({ token, text }) => (token ? valueFor(text) : text))
    .join('')
}

const HAN = /\p{Script=Han}/u

/**
 * Literal text; blanks in it match any number of blanks, none too unless they part two numbers, and a Han character may
 * have blanks beside it.
 */
function literal(text: string, partsNumbers: boolean): string {
  let pattern = ''
  for (const char of text) {
    if (char === ' ') pattern += partsNumbers ? ' +' : ' *'
    else if (char === '日') pattern += ' *[日号]'
    else pattern += HAN.test(char) ? ` *${char} *` : char.replace(SYNTAX, '\\$&')
  }
  return pattern
}

function hourPart(before: Piece | undefined, after: Piece | undefined): string {
  const adjacent = before?.token === true || after?.token === true
  return BEFORE + (adjacent ? HOUR : LOOSE_HOUR)
}

/** The blank or T between a date and its time may be either. */
function isTimeMark(piece: Piece, next: Piece | undefined): boolean {
  return next?.text === 'hh' && (piece.text === ' ' || piece.text === 'T')
}

/** Parts that may have one digit more or less, or none. */
const LOOSE_TOKENS: readonly string[] = ['M', 'D', 'ROC', 'CYY']
const LONGEST_RUN = 1

/** Whether two parts of a varying number of digits stand side by side, so that `1112026` would be two days. */
export function hasLooseRun(format: string): boolean {
  let run = 0
  for (const { token, text } of piecesOf(format)) {
    run = token && text !== 'MON' && text !== 'EEE' ? run + (LOOSE_TOKENS.includes(text) ? 1 : 0) : 0
    if (run > LONGEST_RUN) return true
  }
  return false
}

/** A pattern with the groups of `DateParts` for a format. */
export function patternOf(format: string): RegExp {
  const pieces = piecesOf(format)
  const lastTime = pieces.findLastIndex(({ text }) => TIME_TOKENS.includes(text))
  const pattern = pieces.map((piece, at) => {
    const [before, after] = [pieces[at - 1], pieces[at + 1]]
    if (!piece.token) {
      if (isTimeMark(piece, after)) return '(?: +|T)'
      return literal(piece.text, piece.text.trim() === '' && before?.token === true && after?.token === true)
    }
    const part = piece.text === 'hh' ? hourPart(before, after) : (PARTS[piece.text] ?? '')
    if (at !== lastTime) return part
    return `${part}${piece.text === 'ss' ? FRACTION : ''}${AFTER}${ZONE}`
  })
  return new RegExp(`^${pattern.join('')}$`, lastTime >= 0 || /MON|EEE/.test(format) ? 'i' : '')
}

const TIME = `${BEFORE}${LOOSE_HOUR}[:.时点](?<minute>[0-5]?\\d)(?:分|[:.分](?:${SECOND}${FRACTION}秒?)?)?${AFTER}${ZONE}`
const COMPACT_TIME = `${HOUR}(?<minute>[0-5]\\d)(?:${SECOND}(?:[.,]?\\d{1,9})?)?${ZONE}`
const AFTER_DATE = `(?:(?: *T *| +|-(?=\\d\\d\\.))${TIME})?`
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[., ]+)?'

/** Forms that can be read in one way only, whoever wrote them; tried in this order. */
export const UNAMBIGUOUS: readonly RegExp[] = [
  new RegExp(`^(?<year>\\d{4})([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})${AFTER_DATE}$`, 'i'),
  new RegExp(`^(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:(?:T| +)${TIME})?$`, 'i'),
  new RegExp(`^(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:T| +)?${COMPACT_TIME}$`, 'i'),
  new RegExp(`^(?<year>\\d{4}) *年 *(?<month>\\d{1,2}) *月 *(?<day>\\d{1,2}) *[日号]? *(?:${TIME})?$`, 'i'),
  new RegExp(`^${WEEKDAY}(?<day>\\d{1,2})[- .]*${MONTH_NAME}[-, .]*(?<year>\\d{4})(?:[ T:]+${TIME})?$`, 'i'),
  new RegExp(
    `^${WEEKDAY}(?<monthName>${NAMES})[. ]+(?<day>\\d{1,2})(?:st|nd|rd|th)?,? +(?<year>\\d{4})$`,
    'i',
  ),
  // java.util.Date in China, whose CST is China's time; C's ctime and PostgreSQL's own style, which have it behind or not
  new RegExp(
    `^${WEEKDAY}(?<monthName>${NAMES}) +(?<day>\\d{1,2}) +${TIME}(?: CST)? (?<year>\\d{4})(?: CST)?$`,
    'i',
  ),
]

/** Digits in words of years, months and days, also those of cheques. */
const NUMERALS = '〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖'
const DIGITS = '000123456789123456789'
const TENS = /[十拾]/
const IN_WORDS = new RegExp(`[${NUMERALS}十拾廿卅]+(?=\\s*[年月日号])`, 'g')

function digitsOf(words: string): string {
  return [...words].map((char) => DIGITS.charAt(NUMERALS.indexOf(char))).join('')
}

/** `二〇二六` is 2026, `十` 10, `二十五` and `廿五` 25, `零伍` 05. */
function inDigits(words: string): string {
  const plain = words.replace('廿', '二十').replace('卅', '三十')
  const ten = plain.search(TENS)
  if (ten < 0) return digitsOf(plain)
  const tens = digitsOf(plain.slice(0, ten)).replace(/^0+/, '') || '1'
  return `${tens}${digitsOf(plain.slice(ten + 1)) || '0'}`
}

/** A date's text with digits for full-width ones and for Chinese numerals, and single blanks. */
export function foldDateText(text: string): string {
  return toHalfWidth(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\p{Cf}/gu, '')
    .replace(IN_WORDS, inDigits)
    .replace(/\s+/g, ' ')
    .trim()
}
