import { z } from 'zod'

/** Extracts of the last century are still looked at. */
const FIRST_DAY = '1900-01-01'
const LAST_DAY = '2999-12-31'

/** A day the branch can plan or look back at. Bounded, so that counting on from it stays within four-digit years. */
export const branchDay = z.iso.date().refine((on) => on >= FIRST_DAY && on <= LAST_DAY)
