import { toHalfWidth } from './half-width.ts'

export type PhoneKind = 'mobile' | 'landline' | 'foreign'

export type ReadPhone =
  | { ok: true; number: string; tail: string; kind: PhoneKind }
  | { ok: false; reason: 'letters' | 'length' | 'empty' }

/** What people identify a phone by. */
const TAIL_DIGITS = 4

const SEPARATORS = /[\s\-‐‑‒–—―−~_.()[\]·•]/g
const ONLY_DIGITS = /^\d+$/

/** Numbers to dial in front for a cheaper long-distance call (17951 of China Mobile, 17911, 12593 …). */
const CARRIER_PREFIX = /^(?:179\d\d|12593|11808)(?=0?1[3-9]\d{9}$|0[1-9]\d{9,10}$)/
/** `+86`, `0086`; a bare `86` in front of a mobile or of an area code with its 0. */
const CHINA_PREFIX = /^(?:\+|00)86|^86(?=1\d{10}$|0\d{9,11}$)/
/** A bare `86` in front of an area code without its 0: twelve digits and more are nothing else. */
const CHINA_AREA = /^86(?=\d{10,11}$)/
/** Long-distance calls to another town's mobile are dialled with a 0 in front. */
const TRUNK_ZERO = /^0(?=1[3-9]\d{9}$)/

/** Mobiles are 1[3-9]; the 100 segment was never assigned to an operator and holds invented numbers. */
const MOBILE = /^1(?:[3-9]\d|00)\d{8}$/
/**
 * An area code with its 0 (010, 02x, 03xx to 09xx) and a seven- or eight-digit number, such a number alone, or a 400/800
 * line. A local number begins with 2 to 9: 0 leads to other towns, and 1 to mobiles and services, so `1390000` is a
 * mobile that was cut. Behind an area code that is not asked: numbers of 010-1… are nobody's, and stand for invented ones.
 */
const LANDLINE = /^(?:0(?:10|2\d|[3-9]\d{2})[1-9]\d{6,7}|[2-9]\d{6,7}|[48]00\d{7})$/
const AREA_CODE_WITHOUT_ZERO = /^(?:10|2\d|[3-9]\d{2})[1-9]\d{6,7}$/

/** `+` or `00` and a country's code; 15 digits at most (ITU-T E.164). */
const FOREIGN = /^(?:\+|00)([1-9]\d{6,14})$/
/** Hong Kong, Macao and Taiwan are written without the `+` as well; nothing of the mainland has this form. */
const NEIGHBOUR = /^(?:852[2-9]\d{7}|853[2-9]\d{7}|886[2-9]\d{7,8})$/

/**
 * Reads one phone number as people write it: +86, blanks, dashes, brackets, full-width digits.
 * The stored number is digits only; a landline keeps its area code with the 0, and a number abroad begins with 00, as it
 * is dialled.
 */
export function readPhone(text: string): ReadPhone {
  if (MOBILE.test(text)) return accepted(text, 'mobile')
  const compact = toHalfWidth(text)
    .replace(/\p{Cf}/gu, '')
    .replace(SEPARATORS, '')
    .replace(CARRIER_PREFIX, '')
  if (compact === '') return { ok: false, reason: 'empty' }
  const international = /^(?:\+|00)86/.test(compact)
  const digits = compact.replace(CHINA_PREFIX, '').replace(TRUNK_ZERO, '')
  if (ONLY_DIGITS.test(digits)) {
    if (MOBILE.test(digits)) return accepted(digits, 'mobile')
    if (LANDLINE.test(digits)) return accepted(digits, 'landline')
    if (international && AREA_CODE_WITHOUT_ZERO.test(digits)) return accepted(`0${digits}`, 'landline')
    const area = digits.replace(CHINA_AREA, '')
    if (area !== digits && AREA_CODE_WITHOUT_ZERO.test(area)) return accepted(`0${area}`, 'landline')
    if (NEIGHBOUR.test(digits)) return accepted(`00${digits}`, 'foreign')
  }
  const abroad = international ? undefined : FOREIGN.exec(compact)?.[1]
  if (abroad !== undefined) return accepted(`00${abroad}`, 'foreign')
  return { ok: false, reason: /^\+?\d*$/.test(digits) ? 'length' : 'letters' }
}

function accepted(number: string, kind: PhoneKind): ReadPhone {
  return { ok: true, number, tail: number.slice(-TAIL_DIGITS), kind }
}
