import type { FieldSpec } from './import-fields.ts'

/** Longer free text is a misread column, not a fact about a person. Our own default. */
export const MAX_TEXT_LENGTH = 2_000
/** A bank's keys are far shorter; a longer one is a shifted column. Our own default. */
export const MAX_KEY_LENGTH = 100
const MAX_SHAPE_LENGTH = 24
/** How spreadsheets show, and save as CSV, a number of more than fifteen digits that was not kept as text. */
const ROUNDED_NUMBER = /^\d(?:[.,]\d+)?E\+\d{2}$/i

const CONTROLS_AND_SPACE = /[\p{Cc}\p{Z}\ufeff]+/gu
const NEEDS_CLEANING = /[\p{Cc}\p{Cs}\ufeff\u00a0\u2000-\u200a\u2028\u2029\u3000]|^ | $| {2}/u

/**
 * Trims, turns runs of blanks and control characters (line breaks in a cell, full-width spaces) into one space, and
 * brings characters into composed form. What looks like a formula stays as it is: it is text here, and every export
 * escapes it.
 */
export function cleanText(text: string): string {
  const plain = NEEDS_CLEANING.test(text) ? text.toWellFormed().replace(CONTROLS_AND_SPACE, ' ').trim() : text
  return plain.normalize('NFC')
}

/**
 * Whether a spreadsheet has rounded a key or number (`6.22202E+18`): its last digits are gone, and different ones have
 * become the same text, so that it names nobody any more.
 */
export function isRoundedNumber(text: string): boolean {
  return ROUNDED_NUMBER.test(text)
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

const WHOLE_NUMBER = /^\+?\d{1,6}(?:\.0+)?$/

/** @returns a whole number of months or the like, or null */
export function readCount(text: string): number | null {
  return WHOLE_NUMBER.test(text) ? Number.parseInt(text, 10) : null
}

const PERCENT = /^([+-]?\d{1,3}(?:[.,]\d{1,8})?)\s*[%％]?$/

/** @returns percent a year (`1.75`, `1.75%` or `1,75` give 1.75), or null */
export function readPercent(text: string, decimal: '.' | ','): number | null {
  const digits = PERCENT.exec(text)?.[1]
  if (digits === undefined) return null
  const other = decimal === '.' ? ',' : '.'
  return digits.includes(other) ? null : Number(digits.replace(',', '.'))
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
  return (text) => codes.get(text) ?? codes.get(text.toLowerCase()) ?? null
}
