import type { DateForm, NumberForm } from './form.ts'

function grouped(whole: string, mark: string): string {
  let out = ''
  for (let at = 0; at < whole.length; at++) {
    if (at > 0 && (whole.length - at) % 3 === 0) out += mark
    out += whole[at]
  }
  return out
}

function wide(text: string): string {
  return [...text]
    .map((each) => (each > ' ' && each <= '~' ? String.fromCharCode(each.charCodeAt(0) + 0xfee0) : each))
    .join('')
}

/** Without the noughts behind a point, and the point where nothing is left behind it. */
function shortest(decimal: string): string {
  const bare = decimal.includes('.') ? decimal.replace(/0+$/, '').replace(/\.$/, '') : decimal
  return bare.startsWith('0.') ? bare.slice(1) : bare
}

/** Exact scientific notation, all digits of the number and none besides, as Java writes it. */
function power(digits: string, scale: number): string {
  const bare = digits.replace(/^0+(?=\d)/, '')
  if (bare === '0') return '0.0'
  const exponent = bare.length - 1 - scale
  const rest = bare.slice(1).replace(/0+$/, '')
  return `${bare[0]}.${rest === '' ? '0' : rest}E${exponent}`
}

/** @param fen whole fen, with a minus in front of a negative one */
export function writtenMoney(fen: string, form: NumberForm): string {
  const minus = fen.startsWith('-') ? '-' : ''
  const digits = fen.replace('-', '').padStart(3, '0')
  const whole = digits.slice(0, -2)
  const cents = digits.slice(-2)
  const decimal = `${whole}.${cents}`
  switch (form) {
    case 'plain':
      return minus + decimal
    case 'shortest':
      return minus + shortest(decimal)
    case 'grouped':
      return `${minus}${grouped(whole, ',')}.${cents}`
    case 'power':
      return minus + power(digits, 2)
    case 'sign-behind':
      return `${decimal}${minus || '+'}`
    case 'plus-sign':
      return `${minus || '+'}${decimal}`
    case 'padded':
      return `${minus || '+'}${decimal.padStart(20, '0')}`
    case 'blank-padded':
      return (minus + decimal).padStart(20, ' ')
    case 'full-width':
      return wide(minus + decimal)
    case 'currency':
      return `${minus}￥${grouped(whole, ',')}.${cents}`
    case 'yuan-word':
      return `${minus}${decimal}元`
    case 'wan-word': {
      const all = digits.padStart(7, '0')
      return `${minus}${all.slice(0, -6)}.${all.slice(-6)}万`
    }
    case 'brackets':
      return minus === '' ? decimal : `(${decimal})`
    case 'minus-of-unicode':
      return minus === '' ? decimal : `\u2212${decimal}`
    case 'decimal-comma':
      return `${minus}${whole},${cents}`
    case 'grouped-comma':
      return `${minus}${grouped(whole, '.')},${cents}`
    case 'fen':
      return minus + digits.replace(/^0+(?=\d)/, '')
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const NUMERALS = '〇一二三四五六七八九'
const DAY_MS = 86_400_000
/** The days of 1970-01-01 counted from where each count begins. */
const EXCEL_DAYS = 25_569
const EXCEL_1904_DAYS = 24_107
const SAS_DAYS = 3_653

function inWords(number: number): string {
  const tens = Math.floor(number / 10)
  const ones = number % 10 === 0 ? '' : (NUMERALS[number % 10] ?? '')
  if (tens === 0) return ones
  return `${tens === 1 ? '' : NUMERALS[tens]}十${ones}`
}

/** @param on YYYY-MM-DD */
export function writtenDate(on: string, form: DateForm): string {
  const [year = '', month = '', day = ''] = on.split('-')
  const days = Date.parse(`${on}T00:00:00Z`) / DAY_MS
  const name = MONTHS[Number(month) - 1] ?? ''
  switch (form) {
    case 'iso':
      return on
    case 'slashes':
      return `${year}/${Number(month)}/${Number(day)}`
    case 'points':
      return `${year}.${month}.${day}`
    case 'compact':
      return year + month + day
    case 'with-time':
      return `${on} 23:59:59`
    case 'iso-time':
      return `${on}T08:05:06.123`
    case 'db2':
      return `${on}-10.11.12.000000`
    case 'han':
      return `${year}年${Number(month)}月${Number(day)}日`
    case 'han-words':
      return `${[...year].map((digit) => NUMERALS[Number(digit)]).join('')}年${inWords(Number(month))}月${inWords(Number(day))}日`
    case 'full-width':
      return wide(on)
    case 'month-name':
      return `${name} ${Number(day)}, ${year}`
    case 'sas':
      return `${day}${name.toUpperCase()}${year}`
    case 'american':
      return `${month}/${day}/${year}`
    case 'british':
      return `${day}/${month}/${year}`
    case 'german':
      return `${day}.${month}.${year}`
    case 'short-year':
      return year.slice(2) + month + day
    case 'oracle':
      return `${day}-${Number(month)}月 -${year.slice(2)}`
    case 'republic':
      return `${String(Number(year) - 1911).padStart(3, '0')}/${month}/${day}`
    case 'century':
      return `${Number(year) >= 2000 ? 1 : 0}${year.slice(2)}${month}${day}`
    case 'day-of-year':
      return `${year}${String(days - Date.parse(`${year}-01-01T00:00:00Z`) / DAY_MS + 1).padStart(3, '0')}`
    case 'seconds':
      // noon in China, which no summer time moves to another day
      return String(days * 86_400 + 14_400)
    case 'milliseconds':
      return String(days * DAY_MS + 14_400_000)
    case 'days-1970':
      return String(days)
    case 'days-1900':
      return String(days + EXCEL_DAYS)
    case 'days-1904':
      return String(days + EXCEL_1904_DAYS)
    case 'days-1960':
      return String(days + SAS_DAYS)
  }
}

/** Days since 1970 of a workbook's own counts. */
export function serialOf(on: string, date1904: boolean): number {
  return Date.parse(`${on}T00:00:00Z`) / DAY_MS + (date1904 ? EXCEL_1904_DAYS : EXCEL_DAYS)
}
