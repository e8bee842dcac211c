import { z } from 'zod'
import { CONSENT_PURPOSES } from '../domain/consent/consent.ts'

/** What somebody agreed to after the words of that version were shown; nothing where they declined. */
export const consentAnswer = z.strictObject({
  textVersion: z.int().min(1),
  purposes: z.array(z.enum(CONSENT_PURPOSES)).max(CONSENT_PURPOSES.length),
})

/** A ticket as it is typed for a stranger; null where they hold none. */
export const strangerTicket = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z\d-]{1,12}$/)
  .nullable()
  .default(null)
