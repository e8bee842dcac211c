import { z } from 'zod'

/** A staff number as it is given to somebody. */
export const staffNo = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z]{2,16}$/)

/** Whose work is meant: a staff number, or the caller's own where it is null. */
export const ownerNo = z.string().max(16).nullable().default(null)
