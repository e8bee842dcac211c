import type { Published } from '../../../shared/contract/events/index.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ManyDone } from '../../../shared/contract/many.ts'
import type { WriteContext } from '../../engine/context.ts'
import type { ReferralRecord } from '../../records/referrals/referral-record.ts'
import { allOrNone, type Checked } from '../../records/work/all-or-none.ts'
import { enterAnswered, requireAnswerable } from './move.ts'
import { readReferralLine } from './referral-line.ts'
import { takeOver } from './take-over.ts'

/**
 * The receiver takes several referrals over, all of them or none, each with the intent or lead that it hangs on.
 * @returns how many, or which rows stood in the way
 */
export function acceptMany(
  context: WriteContext,
  { referralUids }: ParsedInputOf<'referrals.acceptMany'>,
): ManyDone {
  const found = allOrNone(referralUids, (uid) => requireAnswerable(context, uid, 'accepted'))
  const rows = rowsOf(found)
  for (const referral of rows) {
    takeOver(context, referral)
    enterAnswered(context, referral, 'accepted', '')
  }
  say(context, rows, { state: 'accepted' })
  context.publish({ referralUids: uidsOf(rows) } satisfies Published<'referrals.acceptMany'>)
  return doneOf(found)
}

/**
 * The receiver says no to several, for one reason, to all of them or to none.
 * @returns how many, or which rows stood in the way
 */
export function declineMany(
  context: WriteContext,
  { referralUids, reason }: ParsedInputOf<'referrals.declineMany'>,
): ManyDone {
  const found = allOrNone(referralUids, (uid) => requireAnswerable(context, uid, 'declined'))
  const rows = rowsOf(found)
  for (const referral of rows) enterAnswered(context, referral, 'declined', reason)
  say(context, rows, { state: 'declined' })
  context.publish({ referralUids: uidsOf(rows), reason } satisfies Published<'referrals.declineMany'>)
  return doneOf(found)
}

type Found = Checked<ReferralRecord>

function rowsOf(found: Found): readonly ReferralRecord[] {
  return found.kind === 'all' ? found.rows : []
}

function doneOf(found: Found): ManyDone {
  return { done: rowsOf(found).length, refused: found.kind === 'none' ? found.refused : [] }
}

function uidsOf(rows: readonly ReferralRecord[]): string[] {
  return rows.map(({ uid }) => uid)
}

/** One link of the audit for each person, customer or stranger, however many of their referrals were answered. */
function say(
  context: WriteContext,
  rows: readonly ReferralRecord[],
  { state }: { readonly state: 'accepted' | 'declined' },
): void {
  const strangers = rows.filter(({ personUid }) => personUid === null)
  const leadUids = strangers.flatMap(({ id }) => {
    const { subject } = readReferralLine(context, id)
    return subject.kind === 'lead' ? subject.leadUid : []
  })
  context.about(...new Set(rows.flatMap(({ personUid }) => personUid ?? [])))
  context.aboutStrangers(...new Set(leadUids))
  context.note({ state, referrals: rows.length })
}
