import { toHalfWidth } from '../text/half-width.ts'

/** Up to two letters and one to four digits, as queue machines print them: A017. Never long enough to be a phone. */
const TICKET = /^[A-Z]{0,2}\d{1,4}$/
const TICKET_WITH_LETTER = /^([A-Z]{1,2})0*(\d{1,4})$/
const MOST_DIGITS = 4

/** A ticket as it is kept: half-width, upper case, without blanks and dashes; null for anything that is none. */
export function readTicket(text: string): string | null {
  const plain = toHalfWidth(text).replace(/[\s-]/g, '').toUpperCase()
  return TICKET.test(plain) ? plain : null
}

/**
 * The tickets that a search box may mean: a letter and digits, with or without the zeros that the machine prints in
 * front (a17 is A017). Empty for everything else, so that a phone's tail never finds a ticket.
 */
export function ticketsMeant(text: string): string[] {
  const found = TICKET_WITH_LETTER.exec(readTicket(text) ?? '')
  if (found === null) return []
  const [, letters = '', digits = ''] = found
  return Array.from(
    { length: MOST_DIGITS - digits.length + 1 },
    (_, zeros) => letters + '0'.repeat(zeros) + digits,
  )
}
