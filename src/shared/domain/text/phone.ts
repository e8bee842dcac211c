import { toHalfWidth } from './half-width.ts'

export type ReadPhone =
  | { ok: true; number: string; tail: string; kind: 'mobile' | 'landline' }
  | { ok: false; reason: 'letters' | 'length' | 'empty' }

/** What people identify a phone by. */
const TAIL_DIGITS = 4

const SEPARATORS = /[\s\-‐‑–—_.()[\]·]/g
const CHINA_PREFIX = /^(?:\+|00)86|^86(?=1\d{10}$)/
const ONLY_DIGITS = /^\d+$/

/** Mobiles are 1[3-9]; the 100 segment was never assigned to an operator and holds invented numbers. */
const MOBILE = /^1(?:[3-9]\d|00)\d{8}$/
/**
 * An area code with its 0 and a seven- or eight-digit number, such a number alone, or a 400/800 line. A number alone does
 * not begin with 1: that is a mobile that was cut short.
 */
const LANDLINE = /^(?:0[1-9]\d{1,2}[1-9]\d{6,7}|[2-9]\d{6,7}|[48]00\d{7})$/
const AREA_CODE_WITHOUT_ZERO = /^(?:10|2\d|[3-9]\d{2})[1-9]\d{6,7}$/

/**
 * Reads a Chinese phone number as people write it: +86, blanks, dashes, brackets, full-width digits.
 * The stored number is digits only; a landline keeps its area code with the 0.
 */
export function readPhone(text: string): ReadPhone {
  const compact = toHalfWidth(text)
    .replace(/\p{Cf}/gu, '')
    .replace(SEPARATORS, '')
  if (compact === '') return { ok: false, reason: 'empty' }
  const international = /^(?:\+|00)86/.test(compact)
  const digits = compact.replace(CHINA_PREFIX, '')
  if (!ONLY_DIGITS.test(digits)) {
    return { ok: false, reason: /^\+\d*$/.test(digits) || digits === '' ? 'length' : 'letters' }
  }
  if (MOBILE.test(digits)) return accepted(digits, 'mobile')
  if (LANDLINE.test(digits)) return accepted(digits, 'landline')
  if (international && AREA_CODE_WITHOUT_ZERO.test(digits)) return accepted(`0${digits}`, 'landline')
  return { ok: false, reason: 'length' }
}

function accepted(number: string, kind: 'mobile' | 'landline'): ReadPhone {
  return { ok: true, number, tail: number.slice(-TAIL_DIGITS), kind }
}
