import type { Role } from '../branch/roles.ts'
import { MS_PER_MINUTE } from '../calendar/time-of-day.ts'

/** 待承接, 已承接, 已联系, 已合格, 已成交, 已婉拒, 未成, 已撤回 (L8). */
export const REFERRAL_STATES = [
  'offered',
  'accepted',
  'contacted',
  'qualified',
  'converted',
  'declined',
  'lost',
  'withdrawn',
] as const
export type ReferralState = (typeof REFERRAL_STATES)[number]

/** What a receiver reports after accepting. */
export const REFERRAL_OUTCOMES = ['contacted', 'qualified', 'converted', 'lost'] as const
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number]

/**
 * One line of a referral's history: a state it entered, that its receiver handed it on, or that its clock sent it on or
 * found nobody left.
 */
export type ReferralEvent = ReferralState | 'handed-on' | 'bounced' | 'stranded'

/**
 * The states that may follow each state. Steps before qualified may be skipped, since one talk often settles both;
 * converted follows qualified only, because credit is given on qualified.
 */
const MOVES: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  offered: ['accepted', 'declined', 'withdrawn'],
  accepted: ['contacted', 'qualified', 'lost'],
  contacted: ['qualified', 'lost'],
  qualified: ['converted', 'lost'],
  converted: [],
  declined: [],
  lost: [],
  withdrawn: [],
}

export function mayMove(from: ReferralState, to: ReferralState): boolean {
  return MOVES[from].includes(to)
}

export function isOutcome(state: string): state is ReferralOutcome {
  return REFERRAL_OUTCOMES.some((outcome) => outcome === state)
}

/** What the receiver may report from here. */
export function outcomesFrom(state: ReferralState): readonly ReferralOutcome[] {
  return REFERRAL_OUTCOMES.filter((outcome) => mayMove(state, outcome))
}

export function isOpenReferral(state: ReferralState): boolean {
  return MOVES[state].length > 0
}

export const OPEN_REFERRAL_STATES: readonly ReferralState[] = REFERRAL_STATES.filter(isOpenReferral)

/** The receiver is reminded when the last quarter of the clock begins. Our own default. */
const REMINDED_FOR = 1 / 4

/** When the receiver is reminded that a referral is about to go to somebody else (L8, F4). */
export function remindAt(acceptByAt: number, acceptMinutes: number): number {
  return acceptByAt - Math.ceil(acceptMinutes * REMINDED_FOR) * MS_PER_MINUTE
}

/** Somebody who could take work over, with the open work they have. */
export interface Candidate {
  readonly no: string
  readonly role: Role
  readonly load: number
}

/** Least open work first; of two alike the smaller staff number, so that the same branch gives the same answer. */
export function compareByLoad(a: Candidate, b: Candidate): number {
  if (a.load !== b.load) return a.load - b.load
  return a.no < b.no ? -1 : Number(a.no > b.no)
}

/**
 * The one rule of who has least to do (I4): roles are asked in their order, and of the first that anybody has, whoever
 * has the least open work gets the next piece.
 * @param candidates active staff with all the open work in their hands
 */
export function leastLoadedOf(
  candidates: readonly Candidate[],
  roles: readonly Role[],
): Candidate | undefined {
  for (const role of roles) {
    const [first] = candidates.filter((candidate) => candidate.role === role).sort(compareByLoad)
    if (first !== undefined) return first
  }
  return undefined
}

export interface UnansweredReferral {
  readonly fromNo: string
  readonly toNo: string
  readonly backupNo: string | null
  /** Everybody it was put to so far. */
  readonly askedNos: readonly string[]
}

/**
 * Who is asked next when the clock ran out (L8): the backup, then the head, and it stays with the head. Where the branch
 * has no head but the one who referred, the lobby shares out work as well. Nobody is asked twice and it never goes back
 * to who referred; null where it stays.
 * @param candidates active staff who deal with customers
 */
export function nextReceiver(
  referral: UnansweredReferral,
  candidates: readonly Candidate[],
): Candidate | null {
  const { fromNo, toNo, backupNo, askedNos } = referral
  const wasAsked = ({ no }: Candidate) => no === toNo || askedNos.includes(no)
  const others = candidates.filter(({ no }) => no !== fromNo)
  const left = others.filter((candidate) => !wasAsked(candidate))
  const backup = left.find(({ no }) => no === backupNo)
  if (backup !== undefined) return backup
  const heads = others.filter(({ role }) => role === 'head')
  if (heads.some(wasAsked)) return null
  return leastLoadedOf(heads, ['head']) ?? leastLoadedOf(left, ['lobby']) ?? null
}

/** Credit is given once a referral is qualified, and stays when the business fails later; referring alone earns none (L8). */
export function isCredited({ qualifiedAt }: { readonly qualifiedAt: number | null }): boolean {
  return qualifiedAt !== null
}
