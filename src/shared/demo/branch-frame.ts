import type { BranchYear } from './branch-year.ts'
import type { DayNumber } from './day-number.ts'

/** What all customers of a branch have in common. */
export interface BranchFrame {
  readonly seed: number
  readonly today: DayNumber
  readonly year: BranchYear
  readonly transactionsPerCustomer: number
}
