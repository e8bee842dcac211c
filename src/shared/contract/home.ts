import { z } from 'zod'
import { COUNTER } from '../domain/branch/roles.ts'
import { query } from './operation.ts'

/** Open work whose next date has come. */
export interface WorkDue {
  readonly overdue: number
  readonly today: number
}

/** Referrals that nobody has accepted yet. */
export interface ReferralsWaiting {
  readonly waiting: number
  /** When the first acceptance clock runs out, UTC milliseconds; null where none runs. */
  readonly nearestAt: number | null
}

/** What a working day came to. */
export interface DayResults {
  readonly on: string
  readonly contacts: number
  readonly flagged: number
  readonly won: number
  readonly leads: number
}

/** 首页: figures alone, and nothing of a customer. */
export interface HomeView {
  readonly followups: WorkDue
  readonly leads: WorkDue
  readonly lobby: {
    readonly waiting: number
    /** Since when the first of them waits, UTC milliseconds. */
    readonly firstAt: number | null
  }
  readonly referrals: ReferralsWaiting
  /** The same of everybody, for who shares out the work; null for the others. */
  readonly branch: { readonly followups: WorkDue; readonly referrals: ReferralsWaiting } | null
  /** The last working day: one's own, or the branch's for who shares out the work. */
  readonly lastDay: DayResults
  readonly unseenNotices: number
}

export const home = {
  /** What waits for the caller today, and what the last working day came to. */
  view: query('home.view', COUNTER, z.strictObject({}), {
    reads: [
      'intent',
      'intent_evidence',
      'contact',
      'lead',
      'referral',
      'visit',
      'notice',
      'year_notice',
      'day_override',
    ],
  }).returns<HomeView>(),
}
