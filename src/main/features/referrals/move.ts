import type { Published } from '../../../shared/contract/events/index.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ReferralRow } from '../../../shared/contract/referrals.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import { isOutcome, mayMove, type ReferralState } from '../../../shared/domain/work/referral.ts'
import type { WriteContext } from '../../engine/context.ts'
import { earlierOf, type ReferralRecord, requireReferral } from '../../records/referrals/referral-record.ts'
import { addStep } from '../../records/referrals/referral-steps.ts'
import { enterState } from '../../records/referrals/write-referral.ts'
import { addReferralNotice } from './add-referral-notice.ts'
import { readReferralLine } from './referral-line.ts'
import { takeOver } from './take-over.ts'

/**
 * The receiver takes the work over, and with it the intent or lead that it hangs on.
 * @throws AppError `referrals.notFound`, `referrals.notYours`, `referrals.moved`
 */
export function accept(
  context: WriteContext,
  { referralUid }: ParsedInputOf<'referrals.accept'>,
): ReferralRow {
  const referral = requireReferral(context.connection, referralUid)
  requireStaff(context, referral.toNo)
  return acceptOffered(context, referral)
}

export function acceptOffered(context: WriteContext, referral: ReferralRecord): ReferralRow {
  takeOver(context, referral)
  return move(context, referral, 'accepted', '')
}

/**
 * The receiver says no, and why. It ends there: who referred is told and may hand it to somebody else.
 * @throws AppError `referrals.notFound`, `referrals.notYours`, `referrals.moved`
 */
export function decline(
  context: WriteContext,
  { referralUid, reason }: ParsedInputOf<'referrals.decline'>,
): ReferralRow {
  const referral = requireReferral(context.connection, referralUid)
  requireStaff(context, referral.toNo)
  return move(context, referral, 'declined', reason)
}

/**
 * What came of it (L8). The receiver reports; who shares out work may do it for them.
 * @throws AppError `referrals.notFound`, `referrals.notYours`, `referrals.moved`
 */
export function advance(
  context: WriteContext,
  { referralUid, to, note }: ParsedInputOf<'referrals.advance'>,
): ReferralRow {
  const referral = requireReferral(context.connection, referralUid)
  if (!sharesOutWork(context.staff.role)) requireStaff(context, referral.toNo)
  return move(context, referral, to, note)
}

/**
 * Who referred takes it back, while nobody has accepted it.
 * @throws AppError `referrals.notFound`, `referrals.notYours`, `referrals.moved`
 */
export function withdraw(
  context: WriteContext,
  { referralUid }: ParsedInputOf<'referrals.withdraw'>,
): ReferralRow {
  const referral = requireReferral(context.connection, referralUid)
  requireStaff(context, referral.fromNo)
  return move(context, referral, 'withdrawn', '')
}

/** Throws `referrals.moved` where that state may not follow. */
function requireMove(referral: ReferralRecord, state: ReferralState): void {
  if (!mayMove(referral.state, state)) throw new AppError('referrals.moved', { state: referral.state })
}

/**
 * A referral that the caller may answer so.
 * @throws AppError `referrals.notFound`, `referrals.notYours`, `referrals.moved`
 */
export function requireAnswerable(
  context: WriteContext,
  referralUid: string,
  answer: 'accepted' | 'declined',
): ReferralRecord {
  const referral = requireReferral(context.connection, referralUid)
  requireStaff(context, referral.toNo)
  requireMove(referral, answer)
  return referral
}

/** Writes the step, and says nothing of it to the audit. */
export function enterAnswered(
  context: WriteContext,
  referral: ReferralRecord,
  state: ReferralState,
  note: string,
): void {
  addStep(context, referral, { event: state, toNo: referral.toNo, note, byNo: context.staff.no })
  enter(context, referral, state, note)
}

function requireStaff({ staff }: WriteContext, no: string): void {
  if (staff.no !== no) throw new AppError('referrals.notYours')
}

/** The step of one referral, and of those it was handed on from, so far as they can follow. */
function move(
  context: WriteContext,
  referral: ReferralRecord,
  state: ReferralState,
  note: string,
): ReferralRow {
  requireMove(referral, state)
  enterAnswered(context, referral, state, note)
  if (referral.personUid !== null) context.about(referral.personUid)
  const line = readReferralLine(context, referral.id)
  const { subject } = line
  context.note({ state, ...(subject.kind === 'lead' ? { leadUid: subject.leadUid } : {}) })
  context.publish({ referralUid: referral.uid, state, note } satisfies Published<'referrals.advance'>)
  return line
}

/** An outcome is one of the whole chain; an answer concerns only who was asked. */
function enter(context: WriteContext, referral: ReferralRecord, state: ReferralState, note: string): void {
  enterState(context, referral.id, state, note)
  for (const heard of new Set([referral.fromNo, referral.toNo])) {
    if (heard !== context.staff.no) addReferralNotice(context, referral, state, heard)
  }
  const earlier = earlierOf(context.connection, referral)
  if (earlier !== undefined && isOutcome(state) && mayMove(earlier.state, state)) {
    enter(context, earlier, state, note)
  }
}
