import { z } from 'zod'

/** More than any column's name, code or template a person writes into a profile; a file's own texts have their own bounds. */
const LONGEST_TEXT = 2_000

/** Text in an import profile. */
export const profileText = z.string().max(LONGEST_TEXT)

/** The same where nothing cannot be meant: a column, a sheet, a lookup. */
export const profileName = profileText.min(1)
