import { toHalfWidth } from '../text/half-width.ts'

export interface AmountFormat {
  readonly decimal: '.' | ','
  /** What one whole unit in the file is. */
  readonly unit: 'yuan' | 'fen'
}

export type AmountFault = 'amount-unreadable' | 'amount-out-of-range'

const FEN_PER_YUAN = 100
/** A number with more digits cannot be held exactly in a double. */
const SAFE_DIGITS = 13

const ZERO = 48
const NINE = 57

/** Thousands in threes by the other mark or a space; misplaced groups are a sign of a wrong decimal mark. */
const GROUPED = {
  '.': /^(\d{1,3}(?:[, \u00a0]\d{3})+|\d+)(?:\.(\d*))?$/,
  ',': /^(\d{1,3}(?:[. \u00a0]\d{3})+|\d+)(?:,(\d*))?$/,
} as const
const GROUP_MARKS = /[., \u00a0]/g
const CURRENCY = /^(?:¥|￥|CNY|RMB)\s*/i

function toFen(whole: string, fraction: string, unit: AmountFormat['unit']): number | AmountFault {
  const significant = fraction.replace(/0+$/, '')
  if (unit === 'fen') {
    if (significant !== '') return 'amount-unreadable'
  } else if (significant.length > 2) return 'amount-unreadable'
  const units = Number(whole)
  const fen = unit === 'fen' ? units : units * FEN_PER_YUAN + Number(significant.padEnd(2, '0'))
  return Number.isSafeInteger(fen) ? fen : 'amount-out-of-range'
}

/** `12`, `12.5`, `12.50` with the given decimal mark, without allocation: nearly every amount of an extract. */
function readPlain(text: string, decimal: number): number | null {
  const length = text.length
  if (length > SAFE_DIGITS) return null
  let fen = 0
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code >= ZERO && code <= NINE) {
      fen = fen * 10 + (code - ZERO)
      continue
    }
    const decimals = length - at - 1
    if (code !== decimal || at === 0 || decimals < 1 || decimals > 2) return null
    for (let place = 1; place <= 2; place++) {
      const digit = place <= decimals ? text.charCodeAt(at + place) - ZERO : 0
      if (digit < 0 || digit > 9) return null
      fen = fen * 10 + digit
    }
    return fen
  }
  return length === 0 ? null : fen * FEN_PER_YUAN
}

/** Takes a leading sign, a trailing minus as mainframes print it, or an accountant's brackets off. */
function splitSign(text: string): { negative: boolean; rest: string } {
  if (text.startsWith('(') && text.endsWith(')')) return { negative: true, rest: text.slice(1, -1).trim() }
  if (text.startsWith('-') || text.startsWith('+')) {
    return { negative: text.startsWith('-'), rest: text.slice(1).trimStart() }
  }
  if (text.endsWith('-')) return { negative: true, rest: text.slice(0, -1).trimEnd() }
  return { negative: false, rest: text }
}

/**
 * Reads an amount as banks write it: signs, brackets, thousands marks, ¥ and full-width digits. A letter O among the
 * digits, groups that are not threes and a third decimal that is not zero are refused rather than guessed.
 * @param text not empty
 * @returns integer fen, signed, or why there is none (D2)
 */
export function readAmount(text: string, format: AmountFormat): number | AmountFault {
  if (format.unit === 'yuan') {
    const plain = readPlain(text, format.decimal.charCodeAt(0))
    if (plain !== null) return plain
  }
  const { negative, rest } = splitSign(toHalfWidth(text).trim().replace(CURRENCY, ''))
  const parts = GROUPED[format.decimal].exec(rest.replace(CURRENCY, ''))
  if (!parts) return 'amount-unreadable'
  const fen = toFen((parts[1] ?? '').replace(GROUP_MARKS, ''), parts[2] ?? '', format.unit)
  return negative && typeof fen === 'number' && fen !== 0 ? -fen : fen
}
