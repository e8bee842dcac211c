import { toHalfWidth } from '../text/half-width.ts'

/**
 * As queue machines print them: a number of up to five digits, or a queue and a number of up to six. The queue is named
 * by letters (`A017`, `VIP001`), by words (`理财001`) or by both (`贵宾A001`). Never long enough to be a phone.
 */
const TICKET = /^(?:\d{1,5}|(?:[A-Z]{1,4}|\p{Script=Han}{1,4}[A-Z]{0,3})\d{1,6})$/u
const QUEUE_AND_NUMBER = /^(\D*)0*(\d+)$/
const MOST_DIGITS = 6
const MOST_DIGITS_ALONE = 5

/**
 * A ticket as it is kept: half-width, upper case, without blanks, dashes and the words 第 and 号 around it; its zeros
 * stay as the machine prints them. Null for anything that is none.
 */
export function readTicket(text: string): string | null {
  const plain = toHalfWidth(text)
    .replace(/[\s\p{Pd}\p{Cf}_]/gu, '')
    .toUpperCase()
    .replace(/^第(?=.*\d)/, '')
    .replace(/号票?$/, '')
  return TICKET.test(plain) ? plain : null
}

/**
 * A ticket as it may be written with more or fewer zeros in front of its number: a machine prints all of a queue with the
 * same number of digits, so they are one ticket. The given form comes first.
 * @param ticket what `readTicket` answered
 */
export function sameTickets(ticket: string): readonly string[] {
  const [, queue = '', digits = ''] = QUEUE_AND_NUMBER.exec(ticket) ?? []
  const most = queue === '' ? MOST_DIGITS_ALONE : MOST_DIGITS
  const forms = Array.from(
    { length: most - digits.length + 1 },
    (_, zeros) => queue + '0'.repeat(zeros) + digits,
  )
  return [ticket, ...forms.filter((form) => form !== ticket)]
}

/**
 * The tickets that a search box may mean: a queue and digits, with or without the zeros that the machine prints in
 * front (a17 is A017). Empty for everything else, so that a phone's tail never finds a ticket.
 */
export function ticketsMeant(text: string): readonly string[] {
  const ticket = readTicket(text)
  return ticket === null || /^\d/.test(ticket) ? [] : sameTickets(ticket)
}
