import { toHalfWidth } from '../text/half-width.ts'
import { isDoubtful, readIdNumber } from '../text/identity-number.ts'
import { readPhone } from '../text/phone.ts'
import { beginsLikeRow } from '../work/list-barcode.ts'
import { type ArrivalKey, type ReadMessage, readMessage } from './arrival-message.ts'
import { readMachineZone } from './arrival-passport.ts'
import type { ArrivalMapping } from './arrival-settings.ts'
import { readStripe } from './arrival-stripe.ts'
import { readTicket } from './ticket.ts'

/** The longest text that a keyboard wedge types: a QR code of a ticket. */
export const LONGEST_SCAN = 2_000

/** Stricter than `readTicket`, because words and passwords are pasted too. */
const TICKET =
  /^(?:[A-Z]{1,2}[\s-]?\d{2,6}|V{0,2}IP[\s-]?\d{1,4}|[A-Z]{3}[\s-]?\d{3}|\p{Script=Han}{1,4}[A-Z]{0,3}\d{1,6}|\d{3,5})$/iu
const LONG_NUMBER = /^\d{11,19}$|^\d{17}X$/i
/**
 * Documents whose numbers begin with letters: passports and travel permits (one or two letters, seven to ten digits), the
 * foreigners' permanent residence card before 2023 (three letters, twelve digits).
 */
const LETTERED_DOCUMENT = /^(?:[A-Z]{1,2}\d{7,10}|[A-Z]{3}\d{12})$/i
const QR = /^\{.*\}$/s
/** ISO/IEC 15424: what a scanner may put in front to say which kind of barcode it was. */
const SYMBOLOGY = /^\][A-Za-z]\d/

/**
 * Whether a burst of keys is an arrival at all: a ticket, a whole number of a document, card or phone, the stripe of a
 * card, the machine-readable zone of a passport, or a QR code that holds JSON. The barcode of a printed row (F5) is none,
 * and neither is a word that a program pasted.
 */
export function isArrivalScan(text: string): boolean {
  const plain = plainOf(text)
  if (beginsLikeRow(plain.toUpperCase())) return false
  if (TICKET.test(plain) || LONG_NUMBER.test(plain) || LETTERED_DOCUMENT.test(plain)) return true
  return QR.test(plain) || readStripe(plain) !== null || readMachineZone(plain) !== null
}

/** Reads what a keyboard wedge typed (L2), or another source sent as a bare number. Never throws. */
export function readScan(text: string, mapping: ArrivalMapping): ReadMessage {
  const plain = plainOf(text)
  if (plain.startsWith('{')) return readMessage(plain, mapping)
  const key = keyOfScan(plain)
  if (key !== null) return { ok: true, arrival: { ticket: null, business: null, key } }
  const ticket = TICKET.test(plain) ? readTicket(plain) : null
  if (ticket === null) return { ok: false, reason: 'badValues' }
  return { ok: true, arrival: { ticket, business: null, key: { kind: 'none' } } }
}

/** Half-width, because an input method may have been on. */
function plainOf(text: string): string {
  return toHalfWidth(text)
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(SYMBOLOGY, '')
}

function keyOfScan(plain: string): ArrivalKey | null {
  const swiped = readStripe(plain)
  if (swiped !== null) return swiped === 'misread' ? null : { kind: 'cardNumber', text: swiped.number }
  const travels = LETTERED_DOCUMENT.test(plain) ? plain.toUpperCase() : readMachineZone(plain)
  if (travels !== null) return travels === 'misread' ? null : { kind: 'idNumber', text: travels }
  return numberOf(plain)
}

/** The check digit tells the kind of a number; eighteen digits with a wrong check digit are rejected as misread. */
function numberOf(text: string): ArrivalKey | null {
  if (!LONG_NUMBER.test(text)) return null
  const id = readIdNumber(text)
  if (id.kind === 'resident' && id.checked) return { kind: 'idNumber', text: id.number }
  if (hasCardCheck(text)) return { kind: 'cardNumber', text }
  const phone = readPhone(text)
  if (phone.ok) return { kind: 'phone', text: phone.number }
  if (isDoubtful(id) && text.length === 18) return null
  if (id.kind === 'resident') return { kind: 'idNumber', text: id.number }
  return text.length >= 12 ? { kind: 'cardNumber', text } : null
}

/** ISO/IEC 7812-1, annex B: the check digit of card numbers (Luhn). */
function hasCardCheck(digits: string): boolean {
  if (!/^\d{16,19}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
