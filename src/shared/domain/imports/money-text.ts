import { type DecimalMark, foldNumberText, readUnsigned, splitSign } from './decimal-text.ts'

/** Words beside a number that stand for its sign (`12.00CR`); what they mean, only the writing program knows. */
export interface SignWords {
  readonly positive?: readonly string[] | undefined
  readonly negative?: readonly string[] | undefined
}

/** How a file writes signs besides + and -: by words, or over the last digit as COBOL's zoned decimals do. */
export type SignMarks = SignWords | 'overpunch'

export interface AmountFormat {
  readonly decimal: DecimalMark
  /** What one whole unit in the file is; `wan` is 10,000 yuan. */
  readonly unit: 'yuan' | 'fen' | 'wan'
  readonly signMarks?: SignMarks | undefined
  /** Forgives what a formula leaves below a millionth of a fen; for cells of a workbook, never for text. */
  readonly residue?: boolean
}

export type AmountFault = 'amount-unreadable' | 'amount-out-of-range'

const FEN_PER_YUAN = 100
/** A number with more digits cannot be held exactly in a double. */
const SAFE_DIGITS = 13
/** The digits of the greatest safe integer. */
const MOST_DIGITS = 16

const ZERO = 48
const NINE = 57
const MINUS = 45

/** Powers of ten from one unit to one fen. */
const FEN_SCALE: Readonly<Record<AmountFormat['unit'], number>> = { fen: 0, yuan: 2, wan: 6 }
/** Powers of ten that a word behind the number adds, as in 1.5万元. */
const WORD_SCALE: Readonly<Record<string, number>> = {
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  万亿: 12,
}

const CURRENCY_IN_FRONT = /^(?:[¥￥]|CN¥|CNY|RMB|人民币)[::]? ?/i
const BEHIND =
  /^(.*?) ?(千|万|十万|百万|千万|亿|万亿)? ?((?:人民币)?[元圆][整正]?|[整正]|人民币|CNY|RMB|[¥￥])?$/i
const ENDS_PLAIN = /[\d.,+\->)]$/
const TRAILING_ZEROS = /0+$/
/** Below a millionth of a fen: six places behind it are all nought, or all nine. */
const RESIDUE_BELOW = /^0{6}/
const RESIDUE_ABOVE = /^9{6}/

/** COBOL's zoned decimal: the sign stands over the last digit (`12345}` is -123450). */
const OVERPUNCHED = /^(\d*)([{}A-R])$/
const PUNCHES = '{ABCDEFGHI}JKLMNOPQR'
const PUNCHES_A_SIGN = 10

/** `12`, `-12.5`, `12.50` with the given decimal mark, without allocation: nearly every amount of an extract. */
function readPlain(text: string, decimal: number): number | null {
  const length = text.length
  if (length > SAFE_DIGITS) return null
  const first = text.charCodeAt(0) === MINUS ? 1 : 0
  let fen = 0
  for (let at = first; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code >= ZERO && code <= NINE) {
      fen = fen * 10 + (code - ZERO)
      continue
    }
    const decimals = length - at - 1
    if (code !== decimal || at === first || decimals < 1 || decimals > 2) return null
    for (let place = 1; place <= 2; place++) {
      const digit = place <= decimals ? text.charCodeAt(at + place) - ZERO : 0
      if (digit < 0 || digit > 9) return null
      fen = fen * 10 + digit
    }
    return first === 1 && fen !== 0 ? -fen : fen
  }
  if (length === first) return null
  return (first === 1 && fen !== 0 ? -fen : fen) * FEN_PER_YUAN
}

interface Figure {
  readonly negative: boolean
  /** The number without sign, currency and unit. */
  readonly text: string
  readonly scale: number
}

interface Marked {
  readonly negative: boolean
  readonly rest: string
}

function readMarks(text: string, words: SignWords): Marked | null {
  const upper = text.toUpperCase()
  for (const [negative, marks] of [
    [true, words.negative ?? []],
    [false, words.positive ?? []],
  ] as const) {
    for (const mark of marks) {
      const plain = foldNumberText(mark).toUpperCase()
      if (upper.endsWith(plain)) return { negative, rest: text.slice(0, -plain.length).trimEnd() }
      if (upper.startsWith(plain)) return { negative, rest: text.slice(plain.length).trimStart() }
    }
  }
  return null
}

/** Takes the currency, the unit and the sign off, in the orders in which programs write them. */
function figureOf(text: string, format: AmountFormat): Figure | null {
  const words = format.signMarks === 'overpunch' ? undefined : format.signMarks
  const marked = words && readMarks(text, words)
  const bare = (marked?.rest ?? text).replace(CURRENCY_IN_FRONT, '')
  const signed = splitSign(bare)
  if (!signed) return null
  const inner = signed.rest.replace(CURRENCY_IN_FRONT, '')
  const [, number = '', word, currency] = ENDS_PLAIN.test(inner) ? ['', inner] : (BEHIND.exec(inner) ?? [])
  // 12元 in a file of fen, or in one of 万元, contradicts the file
  if ((word !== undefined || currency !== undefined) && format.unit !== 'yuan') return null
  const scale = FEN_SCALE[format.unit] + (word === undefined ? 0 : (WORD_SCALE[word] ?? 0))
  if (!marked) return { negative: signed.negative, text: number, scale }
  return signed.rest === bare ? { negative: marked.negative, text: number, scale } : null
}

function unpunched(text: string, format: AmountFormat): Figure | null {
  const parts = OVERPUNCHED.exec(text)
  if (!parts) return figureOf(text, { ...format, signMarks: undefined })
  const place = PUNCHES.indexOf(parts[2] ?? '')
  return {
    negative: place >= PUNCHES_A_SIGN,
    text: `${parts[1]}${place % PUNCHES_A_SIGN}`,
    scale: FEN_SCALE[format.unit],
  }
}

function fenOf(digits: string): number | AmountFault {
  if (digits.length > MOST_DIGITS) return 'amount-out-of-range'
  const fen = Number(digits)
  return Number.isSafeInteger(fen) ? fen : 'amount-out-of-range'
}

/** Moves the decimal point in the text, so that nothing is rounded; what would fall below a fen must be nought. */
function toFen(digits: string, shift: number, residue: boolean): number | AmountFault {
  if (digits === '0') return 0
  if (shift >= 0) {
    return digits.length + shift > MOST_DIGITS ? 'amount-out-of-range' : fenOf(digits + '0'.repeat(shift))
  }
  const cut = Math.max(0, digits.length + shift)
  const lost = digits.slice(cut).padStart(-shift, '0').replace(TRAILING_ZEROS, '')
  const kept = cut === 0 ? 0 : fenOf(digits.slice(0, cut))
  if (lost === '' || typeof kept !== 'number') return kept
  if (residue && RESIDUE_BELOW.test(lost)) return kept
  return residue && RESIDUE_ABOVE.test(lost) ? kept + 1 : 'amount-unreadable'
}

/**
 * Reads an amount as banks' programs write it: signs in front or behind, brackets, thousands marks, ¥, 元, 万, powers of
 * ten (`1.23E7`), `.5` and full-width digits. All of it is decimal arithmetic on the text. Refused rather than guessed
 * are a letter O among the digits, groups that are not threes, another currency, what would lose a fen, and a number that
 * a display has rounded (`1.23457E+11`).
 * @param text not empty
 * @returns integer fen, signed, or why there is none (D2)
 */
export function readAmount(text: string, format: AmountFormat): number | AmountFault {
  if (format.unit === 'yuan') {
    const plain = readPlain(text, format.decimal.charCodeAt(0))
    if (plain !== null) return plain
  }
  const folded = foldNumberText(text).trim()
  const figure = format.signMarks === 'overpunch' ? unpunched(folded, format) : figureOf(folded, format)
  const number = figure && readUnsigned(figure.text, format.decimal)
  if (!number || number.rounded) return 'amount-unreadable'
  const fen = toFen(number.digits, number.exponent + figure.scale, format.residue === true)
  return figure.negative && typeof fen === 'number' && fen !== 0 ? -fen : fen
}
