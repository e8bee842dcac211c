import type { CivilDate } from '../calendar/civil-date.ts'

/**
 * Everything the prompts, tiers and screens ask about one customer, precomputed: one row a customer.
 * `…90d` covers the 90 days up to the facts' as-of date, `…12m` the last twelve months. Unknown is `null`, never zero.
 */
export interface CustomerFacts {
  /** Assets under management today: deposits and investments. */
  aumFen: number
  /** Monthly average of the assets, which tiers are given on. */
  aumAverageFen: number
  depositFen: number
  investmentFen: number
  loanFen: number
  /**
   * Last transaction the customer made: interest, fees, automatic debits, payroll and pension do not count (S3).
   * When the known transactions hold none, the first day they cover is the honest value; `null` says nothing is known.
   */
  lastActiveOn: CivilDate | null
  lastVisitOn: CivilDate | null
  /** The largest single cash movement of 90 days, in or out, unsigned. */
  largest90dFen: number
  /** The day of that movement. */
  largest90dOn: CivilDate | null
  enquiries90d: number
  lastEnquiryOn: CivilDate | null
  nextMaturityOn: CivilDate | null
  nextMaturityFen: number
  inflow90dFen: number
  outflow90dFen: number
  /** Share of what came in that stayed, 0–100. */
  retentionPercent: number | null
  /** Consecutive months with a salary credit. */
  salaryMonths: number
  balancePeak12mFen: number
  /** Open accounts whose balance is not known: every sum of balances is then the least that is held. */
  unknownBalances: number
}

/** Someone whose facts were not computed yet: nothing held, nothing known. */
export const NOTHING_KNOWN: CustomerFacts = {
  aumFen: 0,
  aumAverageFen: 0,
  depositFen: 0,
  investmentFen: 0,
  loanFen: 0,
  lastActiveOn: null,
  lastVisitOn: null,
  largest90dFen: 0,
  largest90dOn: null,
  enquiries90d: 0,
  lastEnquiryOn: null,
  nextMaturityOn: null,
  nextMaturityFen: 0,
  inflow90dFen: 0,
  outflow90dFen: 0,
  retentionPercent: null,
  salaryMonths: 0,
  balancePeak12mFen: 0,
  unknownBalances: 0,
}
