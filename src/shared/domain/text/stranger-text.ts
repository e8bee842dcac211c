import { readTicket } from '../lobby/ticket.ts'
import { toHalfWidth } from './half-width.ts'
import { readPhone } from './phone.ts'

/** What the one field for phone, tail and ticket holds (L7), by the form of its words. */
export interface StrangerText {
  readonly phone: string | null
  readonly phoneTail: string | null
  readonly ticket: string | null
  /** Words that are none of these. */
  readonly unread: readonly string[]
}

const TAIL = /^\d{4}$/
/** More than three digits alone are a tail or a phone; four behind a name are its tail, and no queue's number. */
const NO_TICKET = /^\d{4,}$|^\p{Script=Han}+\d{4}$/u

/** Reads `5678`, `13812345678`, `A017` or several of them between blanks. Four digits alone are a tail. */
export function readStrangerText(text: string): StrangerText {
  const read: { -readonly [K in keyof StrangerText]: StrangerText[K] } = {
    phone: null,
    phoneTail: null,
    ticket: null,
    unread: [],
  }
  for (const word of words(text)) {
    const phone = readPhone(word)
    const ticket = NO_TICKET.test(word) ? null : readTicket(word)
    if (TAIL.test(word)) read.phoneTail = word
    else if (ticket !== null && !phone.ok) read.ticket = ticket
    else if (phone.ok) {
      read.phone = phone.number
      read.phoneTail = phone.tail
    } else read.unread = [...read.unread, word]
  }
  return read
}

/**
 * Whether a letter typed behind this text goes on to the product: the last word is complete. At the start of a word a
 * letter begins a ticket instead.
 */
export function isStrangerTextComplete(text: string): boolean {
  if (/\s$/.test(text)) return false
  const { unread, ...known } = readStrangerText(text)
  return unread.length === 0 && Object.values(known).some((value) => value !== null)
}

function words(text: string): string[] {
  return toHalfWidth(text)
    .toUpperCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}
