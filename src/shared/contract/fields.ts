import { z } from 'zod'
import { CONSENT_PURPOSES } from '../domain/consent/consent.ts'
import { readTicket } from '../domain/lobby/ticket.ts'

/** Extracts of the last century are still looked at. */
const FIRST_DAY = '1900-01-01'
const LAST_DAY = '2999-12-31'

/** A day the branch can plan or look back at. Bounded, so that counting on from it stays within four-digit years. */
export const branchDay = z.iso.date().refine((on) => on >= FIRST_DAY && on <= LAST_DAY)

/** A staff number as it is given to somebody. */
export const staffNo = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z]{2,16}$/)

/** Whose work is meant: a staff number, or the caller's own where it is null. */
export const ownerNo = z.string().max(16).nullable().default(null)

/** What somebody agreed to after the words of that version were shown; nothing where they declined. */
export const consentAnswer = z.strictObject({
  textVersion: z.int().min(1),
  purposes: z.array(z.enum(CONSENT_PURPOSES)).max(CONSENT_PURPOSES.length),
})

/** The visit in the lobby that a stranger is entered from; it tells who they are where they drew no ticket (L7). */
export const strangerVisit = z.uuid().nullable().default(null)

/** A queue ticket as somebody typed it, read into the form in which it is kept. */
export const ticket = z
  .string()
  .max(12)
  .transform((text, check) => {
    const read = readTicket(text)
    if (read !== null) return read
    check.addIssue({ code: 'custom', message: 'ticket.shape' })
    return z.NEVER
  })

/** A ticket as it is typed for a stranger; null where they hold none. */
export const strangerTicket = ticket.nullable().default(null)
