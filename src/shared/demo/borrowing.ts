import type { LoanStatus } from '../domain/imports/import-rows.ts'
import { type DayNumber, plusMonths } from './day-number.ts'
import { type Random, weighted } from './random.ts'

/** A loan as it stands on the as-of day. */
export interface Borrowing {
  readonly principalFen: number
  readonly balanceFen: number
  readonly started: DayNumber
  readonly ends: DayNumber
  readonly months: number
  readonly paymentFen: number
  readonly status: LoanStatus
}

interface LoanKind {
  /** Range of the sum lent, in yuan. */
  readonly yuan: readonly [number, number]
  readonly months: readonly number[]
  readonly ratePercent: number
}

const LOAN_KINDS = weighted<LoanKind>([
  [{ yuan: [200_000, 1_200_000], months: [240, 360], ratePercent: 3.3 }, 40],
  [{ yuan: [50_000, 180_000], months: [36, 60], ratePercent: 4 }, 20],
  [{ yuan: [10_000, 120_000], months: [12, 24, 36], ratePercent: 4.35 }, 30],
  [{ yuan: [100_000, 600_000], months: [12, 36], ratePercent: 3.8 }, 10],
])
const RUNNING_STATUS = weighted<LoanStatus>([
  ['running', 96],
  ['running-overdue', 4],
])
const ENDED_STATUS = weighted<LoanStatus>([
  ['finished', 93],
  ['finished-unpaid', 7],
])

const BORROWER_SHARE = 0.12
const BORROWS_FROM_AGE = 24
const BORROWS_TO_AGE = 60
const ENDED_SHARE = 0.25
const LENT_STEP_YUAN = 10_000
const FEN_PER_YUAN = 100

/** The customer's loan, if there is one. */
export function drawBorrowing(random: Random, age: number, today: DayNumber): Borrowing | null {
  const mayBorrow = age >= BORROWS_FROM_AGE && age <= BORROWS_TO_AGE
  if (!mayBorrow || !random.chance(BORROWER_SHARE)) return null
  const kind = LOAN_KINDS.draw(random)
  const months = random.pick(kind.months)
  const ended = months <= 60 && random.chance(ENDED_SHARE)
  const paidMonths = ended ? months : random.between(1, Math.min(months - 1, 120))
  const startedMonthsAgo = ended ? months + random.between(1, 24) : paidMonths
  const started = plusMonths(today, -startedMonthsAgo) - random.below(20)
  const [low, high] = kind.yuan
  const principalFen =
    Math.round((low + (high - low) * random.unit()) / LENT_STEP_YUAN) * LENT_STEP_YUAN * FEN_PER_YUAN
  const status = ended ? ENDED_STATUS.draw(random) : RUNNING_STATUS.draw(random)
  const paymentFen = annuityFen(principalFen, kind.ratePercent, months)
  const paid = status === 'finished-unpaid' || status === 'running-overdue' ? paidMonths - 1 : paidMonths
  const balanceFen = status === 'finished' ? 0 : owedAfter(principalFen, kind.ratePercent, paymentFen, paid)
  return { principalFen, balanceFen, started, ends: plusMonths(started, months), months, paymentFen, status }
}

/** Equal monthly payments (等额本息). */
function annuityFen(principalFen: number, ratePercent: number, months: number): number {
  const rate = ratePercent / 1200
  let discount = 1
  for (let month = 0; month < months; month++) discount /= 1 + rate
  return Math.ceil((principalFen * rate) / (1 - discount))
}

function owedAfter(principalFen: number, ratePercent: number, paymentFen: number, payments: number): number {
  let owed = principalFen
  for (let month = 0; month < payments; month++) {
    owed = Math.max(0, owed + Math.round((owed * ratePercent) / 1200) - paymentFen)
  }
  return owed
}
