import { toHalfWidth } from '../text/half-width.ts'

/** What was swiped: a card's number, or a stripe that the reader could not read. */
export type Swiped = { readonly number: string } | 'misread'

/** ISO/IEC 7813: `%B`, the number (some writers group it by blanks), `^`, the name, `^`, the expiry. */
const TRACK_1 = /^%[A-Z]([\d ]{12,25})\^/
/** ISO/IEC 7813: `;`, the number, `=`, the expiry; a chip's copy of it writes `D`. Some readers send no `;`. */
const TRACK_2 = /^[;+]?(\d{12,21})[=D](\d{3,}|=).*$/
/** ISO/IEC 4909: track 3 begins with a format code of two digits, and names country and currency behind the number. */
const FORMAT_CODE = /^(?:99|59)(?=\d{12})/
const CHINA_AND_YUAN = /^156156/
const MISREAD_TRACK = /^[%;+]E$/
/** What stands behind an end sentinel: the check character of the track. */
const CHECK_CHARACTER = /^.?$/

/**
 * The number of a card whose stripe was swiped, from the text of one or more tracks as card readers type or send them:
 * `%B6222…^NAME^2912…?`, `;6222…=2912…?`, `+996222…=156156…?`. Track 2 counts for more than track 1 and track 3.
 * Null for a text that is no stripe.
 */
export function readStripe(text: string): Swiped | null {
  const plain = toHalfWidth(text).replaceAll('……', '^').toUpperCase().trim()
  if (!/^(?:[%;+]|\d{12,21}[=D])/.test(plain)) return null
  const tracks = plain
    .split(/[?\r\n]+/)
    .map((track) => track.trim())
    .filter((track) => !CHECK_CHARACTER.test(track))
  const found: { readonly rank: number; readonly number: string }[] = []
  for (const track of tracks) {
    const read = readTrack(track)
    if (read === 'foreign') return null
    if (read !== 'misread') found.push(read)
  }
  if (tracks.length === 0) return null
  const [best] = found.sort((one, other) => one.rank - other.rank)
  return best === undefined ? 'misread' : { number: best.number }
}

type Track = { readonly rank: number; readonly number: string } | 'misread' | 'foreign'

function readTrack(track: string): Track {
  if (MISREAD_TRACK.test(track)) return 'misread'
  const one = TRACK_1.exec(track)?.[1]?.replaceAll(' ', '')
  if (one !== undefined) return one.length <= 19 ? { rank: 2, number: one } : 'misread'
  const [, digits = '', behind = ''] = TRACK_2.exec(track) ?? []
  if (digits === '') return /^[%;+]/.test(track) ? 'misread' : 'foreign'
  const third = track.startsWith('+') || digits.length > 19 || CHINA_AND_YUAN.test(behind)
  const number = third ? digits.replace(FORMAT_CODE, '') : digits
  return number.length <= 19 ? { rank: third ? 3 : 1, number } : 'misread'
}
