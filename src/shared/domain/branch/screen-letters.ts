import type { VisitMove } from '../lobby/visit.ts'
import type { ReferralOutcome } from '../work/referral.ts'

/*
 * The letters that act on whoever is selected in a list. The open person stands beside that list with the product
 * letters of the flag pad (L6), which the branch chooses: no letter may mean two things on one screen (our own default).
 */

/** The letter of each step of a visit, on the lobby (L1). */
export const MOVE_LETTER: Readonly<Record<VisitMove, string>> = {
  serve: 'S',
  finish: 'F',
  leave: 'X',
  undo: 'U',
}

/** What else the lobby does with the selected visitor, and the arrival of somebody new. */
export const LOBBY_LETTER = { identify: 'I', part: 'P', arrival: 'N' } as const

/** What the first words with a visitor found out (L5): what for, a product to come back to, the wish to be left alone. */
export const CONTACT_LETTER = { business: 'T', clue: 'Q', doNotDisturb: 'M' } as const

/** What can be done with the selected referral (L8). */
export const REFERRAL_LETTER: Readonly<Record<'accept' | 'decline' | 'withdraw' | ReferralOutcome, string>> =
  {
    accept: 'A',
    decline: 'X',
    withdraw: 'U',
    contacted: 'T',
    qualified: 'Q',
    converted: 'F',
    lost: 'N',
  }

/** Records a contact with whoever is selected in the follow-ups (F6). */
export const RECORD_LETTER = 'R'

/** The letters that no product may have. */
export const TAKEN_LETTERS: ReadonlySet<string> = new Set([
  ...Object.values(MOVE_LETTER),
  ...Object.values(LOBBY_LETTER),
  ...Object.values(CONTACT_LETTER),
  ...Object.values(REFERRAL_LETTER),
  RECORD_LETTER,
])
