import type { VisitMove } from '../lobby/visit.ts'
import type { LeadState } from '../work/lead.ts'
import type { ReferralOutcome } from '../work/referral.ts'

/*
 * The letters of each screen. Where the open person stands beside a list, the product letters of the flag pad are there
 * too, which the branch chooses (L6): no letter may mean two things on one screen (X1), our own default.
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

/**
 * What can be done with the lead that is open, by the state it moves to (L8), and with nobody chosen. No person stands
 * beside the leads, so these are not taken from the products.
 */
export const LEAD_LETTER: Readonly<Record<Exclude<LeadState, 'new'> | 'assign' | 'enter', string>> = {
  contacted: 'C',
  qualified: 'Q',
  converted: 'V',
  lost: 'X',
  assign: 'G',
  enter: 'N',
}

/** The letters that no product may have. */
export const TAKEN_LETTERS: ReadonlySet<string> = new Set([
  ...Object.values(MOVE_LETTER),
  ...Object.values(LOBBY_LETTER),
  ...Object.values(CONTACT_LETTER),
  ...Object.values(REFERRAL_LETTER),
  RECORD_LETTER,
])
