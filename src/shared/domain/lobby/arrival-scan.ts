import { isDoubtful, readIdNumber } from '../text/identity-number.ts'
import { readPhone } from '../text/phone.ts'
import { beginsLikeRow } from '../work/list-barcode.ts'
import { type ArrivalKey, type ReadMessage, readMessage } from './arrival-message.ts'
import type { ArrivalMapping } from './arrival-settings.ts'
import { readTicket } from './ticket.ts'

/** The longest text that a keyboard wedge types: a QR code of a ticket. */
export const LONGEST_SCAN = 2_000

const TICKET = /^(?:[A-Z]{1,2}[\s-]?\d{2,4}|\d{3,4})$/i
const LONG_NUMBER = /^\d{11,19}$|^\d{17}X$/i
const QR = /^\{.*\}$/s

/**
 * Whether a burst of keys is an arrival at all: a ticket, a whole number of a document, card or phone, or a QR code
 * that holds JSON. The barcode of a printed row (F5) is none, and neither is a word that a program pasted.
 */
export function isArrivalScan(text: string): boolean {
  const plain = text.trim()
  if (beginsLikeRow(plain.toUpperCase())) return false
  return TICKET.test(plain) || LONG_NUMBER.test(plain) || QR.test(plain)
}

/** Reads what a keyboard wedge typed (L2). Never throws. */
export function readScan(text: string, mapping: ArrivalMapping): ReadMessage {
  const plain = text.trim()
  if (plain.startsWith('{')) return readMessage(plain, mapping)
  const key = numberOf(plain)
  if (key !== null) return { ok: true, arrival: { ticket: null, business: null, key } }
  const ticket = TICKET.test(plain) ? readTicket(plain) : null
  if (ticket === null) return { ok: false, reason: 'badValues' }
  return { ok: true, arrival: { ticket, business: null, key: { kind: 'none' } } }
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
