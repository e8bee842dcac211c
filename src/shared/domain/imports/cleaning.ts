import { plainCode } from './cell-text.ts'
import { type DecimalMark, foldNumberText, readDecimal, wholeDigits } from './decimal-text.ts'
import { withoutMarkup } from './html-text.ts'
import type { FieldSpec } from './import-fields.ts'

/** Longer free text is a misread column, not a fact about a person. Our own default. */
export const MAX_TEXT_LENGTH = 2_000
/** A bank's keys are far shorter; a longer one is a shifted column. Our own default. */
export const MAX_KEY_LENGTH = 100
const MAX_SHAPE_LENGTH = 24
/**
 * How programs show a number of more digits than they keep: `6.22202E+18` (Excel), `1.1010119900307E+017` (LibreOffice),
 * `6.2E18` (Java), `1,1E+17`, `1.10101E 17` (Fortran, SAS), `1.1×10^17`, and `1e18` as MySQL writes it. A key such as
 * `7E12`, without a mark and a sign, is a key.
 */
const ROUNDED_NUMBER =
  /^[+-]?(?:\d+[.,]\d*\s?[ED]\s?[+-]?\d{1,3}|\d+\s?[ED]\s?[+-]\d{1,3}|\d+(?:[.,]\d+)?\s?[×x*]\s?10\^?\d{1,3})$/i
const ROUNDED_BY_MYSQL = /^\de(?:1[5-9]|2\d)$/
/** What a column too narrow for a number shows. */
const TOO_NARROW = /^#+$/

const BLANK = /\s+/g
const CONTROLS_AND_SPACE = /[\p{Cc}\p{Z}\ufeff]+/gu
const UNCLEAN = String.raw`\p{Cc}\p{Cs}\ufeff\u00a0\u00ad\u061c\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2069\u3000`
const NEEDS_CLEANING = new RegExp(`[${UNCLEAN}]|^ | $| {2}`, 'u')
/** Zero-width spaces, soft hyphens and direction marks; joiners belong to what they join. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/g

/**
 * Trims, turns runs of blanks and control characters (line breaks in a cell, full-width spaces) into one space, and
 * brings characters into composed form; what cannot be seen is left out. What looks like a formula stays as it is: it is text here, and every export
 * escapes it.
 */
export function cleanText(text: string): string {
  const plain = NEEDS_CLEANING.test(text)
    ? text.toWellFormed().replace(UNSEEN, '').replace(CONTROLS_AND_SPACE, ' ').trim()
    : text
  return plain.normalize('NFC')
}

const LOST_CHARACTER = '\ufffd'
/** What free text is looked at for; nearly all of it has none of this. */
const NEEDS_READING = new RegExp(`[${UNCLEAN}&<${LOST_CHARACTER}]|^ | $| {2}`, 'u')

const SPACE = 32
const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fff
/** Letters, digits and marks of ASCII that mean themselves: all but blanks, `&`, `<` and the delete character. */
const SELF = new Uint8Array(128)
for (let code = SPACE + 1; code < 127; code++) SELF[code] = 1
for (const mark of '&<') SELF[mark.charCodeAt(0)] = 0

/** Whether a text is of such marks and of Han characters of the basic block alone, which have one form only. */
function isPlainText(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < FIRST_HAN ? SELF[code] !== 1 : code > LAST_HAN) return false
  }
  return true
}

/** @returns free text cleaned and without the marks of a web program, or null where a character was lost on the way */
export function readText(text: string): string | null {
  if (isPlainText(text)) return text
  if (!NEEDS_READING.test(text)) return text.normalize('NFC')
  return text.includes(LOST_CHARACTER) ? null : cleanText(withoutMarkup(text))
}

/**
 * Whether a program has rounded a key or number (`6.22202E+18`, `####`): its last digits are gone, and different ones have
 * become the same text, so that it names nobody any more.
 * @param text in half width
 */
export function isRoundedNumber(text: string): boolean {
  return ROUNDED_NUMBER.test(text) || ROUNDED_BY_MYSQL.test(text) || TOO_NARROW.test(text)
}

/** A value's outline for error messages: nothing in it names a person. */
export function shapeOf(value: string): string {
  const outline = value
    .slice(0, MAX_SHAPE_LENGTH)
    .replace(/\p{Nd}/gu, '9')
    .replace(/\p{Script=Han}/gu, '汉')
    .replace(/(?!汉)\p{L}/gu, 'a')
    .replace(/[^9汉a\p{P}\p{S} ]/gu, '?')
  return value.length > MAX_SHAPE_LENGTH ? `${outline}…` : outline
}

/** Terms of loans and deposits: `12`, `12.0`, `12个月`, `36期`, `1年`, `1年6个月`, `12M`, `2Y`. */
const TERM = /^(?:(\d{1,2})(?:年|Y))?(?:(\d{1,4})(?:个月|月|期|M))?$/i
const MONTHS_PER_YEAR = 12
const MOST_COUNT_DIGITS = 6

/** @returns a whole number of months, or null; a term in days is none */
export function readCount(text: string): number | null {
  const plain = foldNumberText(text).replace(BLANK, '')
  const term = plain === '' ? null : TERM.exec(plain)
  if (term) return Number(term[1] ?? 0) * MONTHS_PER_YEAR + Number(term[2] ?? 0)
  const number = readDecimal(plain, '.')
  const digits = number && wholeDigits(number, MOST_COUNT_DIGITS)
  if (!number || digits === null) return null
  return number.negative && digits !== '0' ? null : Number(digits)
}

/** What a rate of 1 in the file means. */
export const RATE_UNITS = ['percent', 'fraction', 'permille', 'basis-point'] as const
export type RateUnit = (typeof RATE_UNITS)[number]

/** Powers of ten from the unit to percent. */
const PERCENT_SCALE: Readonly<Record<RateUnit, number>> = {
  percent: 0,
  fraction: 2,
  permille: -1,
  'basis-point': -2,
}
const RATE = /^(.*?) ?(%|\ufe6a|‰|‱|BPS?|个?基点)?$/i
/** Percent a year; more is a shifted column. */
const PERCENT_LIMIT = 1_000
const MOST_RATE_DIGITS = 30

function unitOfSign(sign: string): RateUnit {
  if (sign === '%' || sign === '\ufe6a') return 'percent'
  return sign === '‰' ? 'permille' : 'basis-point'
}

/**
 * @param unit what the file's rates are in; a sign beside the number (`1.75%`, `17.5‰`, `175BP`) says it before the file
 * @returns percent a year (`1.75`, `.0175` as a fraction, `+000000001.750000` give 1.75), or null
 */
export function readPercent(text: string, decimal: DecimalMark, unit: RateUnit = 'percent'): number | null {
  const [, figure = '', sign] = RATE.exec(foldNumberText(text)) ?? []
  const number = readDecimal(figure, decimal)
  if (!number || number.rounded || number.digits.length > MOST_RATE_DIGITS) return null
  const scale = PERCENT_SCALE[sign === undefined ? unit : unitOfSign(sign)]
  // one conversion of the whole decimal text: the nearest double, as if it had been written in percent
  const percent = Number(`${number.negative ? '-' : ''}${number.digits}e${number.exponent + scale}`)
  if (!(Math.abs(percent) < PERCENT_LIMIT)) return null
  return percent === 0 ? 0 : percent
}

/**
 * @param spec a field of type `code`
 * @returns a reader from the codes themselves or their usual spellings, without regard to case, to the code; null for
 * any other text
 */
export function codeReader<Code extends string>(spec: FieldSpec<Code>): (text: string) => Code | null {
  const codes = new Map<string, Code>()
  for (const value of spec.values ?? []) codes.set(value.toLowerCase(), value)
  for (const [spelling, value] of Object.entries(spec.spellings ?? {})) {
    const code = codes.get(value.toLowerCase())
    if (code !== undefined) codes.set(spelling.toLowerCase(), code)
  }
  const folded = (lower: string) => codes.get(lower) ?? codes.get(plainCode(lower)) ?? null
  return (text) => codes.get(text) ?? folded(text.toLowerCase())
}
