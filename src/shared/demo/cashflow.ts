import type { Borrowing } from './borrowing.ts'
import type { BranchYear } from './branch-year.ts'
import { drawIncoming, drawOutgoing, type Movement } from './movements.ts'
import type { Persona } from './persona.ts'
import { DEMAND_RATE_PERCENT } from './product-shelf.ts'
import type { Random } from './random.ts'

/** Transactions of a year in relation to the branch's average; weighted by their shares they come to about one. */
const ACTIVITY_SHARE = { occasional: 0.55, frequent: 2.35 } as const
/** No customer has more in a year, however large the average: transaction keys have four digits. */
const MOST_TRANSACTIONS = 2000
/** With fewer than this the pay cannot come in every month and leave room for anything else. */
const PAYROLL_FROM_TRANSACTIONS = 18
const PAID_HERE_SHARE = 0.7
/** Of the movements that are neither pay nor repayment, how many bring money in. */
const INCOMING_SHARE = { besidesPay: 0.08, withoutPay: 0.35 } as const
const MOST_SAVED_SHARE = 0.18
const PENSION_DAY = 15
const PAY_DAYS = [5, 10, 15, 20] as const
const REPAYMENT_DAYS = [8, 18, 26] as const
/** Banks credit demand interest on the 21st of the last month of a quarter. */
const INTEREST_DAY = 21
const INTEREST_MONTHS = ['03', '06', '09', '12']
/** A dormant customer was last seen in the first months of the year, longer than half a year ago. */
const LAST_SEEN_WITHIN_DAYS = 150
const LAST_SEEN_STEP_FEN = 10_000

/** Twelve months of movements on a customer's demand account, in no particular order. */
export function drawMovements(
  random: Random,
  persona: Persona,
  demandFen: number,
  borrowing: Borrowing | null,
  average: number,
  year: BranchYear,
): Movement[] {
  const interest = interestOn(demandFen, year)
  if (persona.activity === 'dormant') return [...interest, ...drawLastSeen(random, persona, year)]
  const budget = Math.round(average * ACTIVITY_SHARE[persona.activity] * (0.6 + 0.8 * random.unit()))
  const count = Math.min(budget, MOST_TRANSACTIONS)
  const pay = count >= PAYROLL_FROM_TRANSACTIONS ? drawPay(random, persona, year) : []
  const repayments = drawRepayments(random, borrowing, year)
  const free = Math.max(0, count - interest.length - pay.length - repayments.length)
  const rest = drawRest(random, persona, demandFen, free, pay, repayments, year)
  return [...interest, ...pay, ...repayments, ...rest]
}

/** Everyday money in and out, in proportion to each other. */
function drawRest(
  random: Random,
  persona: Persona,
  demandFen: number,
  count: number,
  pay: readonly Movement[],
  repayments: readonly Movement[],
  year: BranchYear,
): Movement[] {
  const incomingCount = Math.round(
    count * (pay.length > 0 ? INCOMING_SHARE.besidesPay : INCOMING_SHARE.withoutPay),
  )
  const incoming = drawIncoming(random, incomingCount, usualIncomingFen(persona), persona.habit, year)
  const receivedFen = totalFen(pay) + totalFen(incoming)
  // What is saved over the year cannot exceed the balance at its end.
  const savesFen = Math.min(demandFen, receivedFen * MOST_SAVED_SHARE * random.unit())
  const spendsFen = Math.max(0, receivedFen - savesFen - totalFen(repayments))
  const outgoing = drawOutgoing(random, count - incomingCount, spendsFen, persona.habit, year)
  return [...incoming, ...outgoing]
}

/** A few visits to the counter before the account becomes dormant. */
function drawLastSeen(random: Random, persona: Persona, year: BranchYear): Movement[] {
  const visits = random.between(1, 3)
  const movements: Movement[] = []
  for (let visit = 0; visit < visits; visit++) {
    const wishFen = usualIncomingFen(persona) * random.unit()
    const isIncoming = random.chance(0.5)
    movements.push({
      day: year.first + random.below(LAST_SEEN_WITHIN_DAYS),
      direction: isIncoming ? 'in' : 'out',
      amountFen: LAST_SEEN_STEP_FEN + Math.floor(wishFen / LAST_SEEN_STEP_FEN) * LAST_SEEN_STEP_FEN,
      kind: 'cash',
      channel: 'counter',
      note: '现金',
      givesWayByFen: isIncoming ? null : LAST_SEEN_STEP_FEN,
    })
  }
  return movements
}

/** People move sums that fit what they earn and what they have. */
function usualIncomingFen({ livelihood, aumFen }: Persona): number {
  return Math.max(20_000, Math.round(livelihood.incomeFen / 36), Math.round(aumFen / 40))
}

function drawPay(random: Random, { livelihood }: Persona, year: BranchYear): Movement[] {
  const { source, incomeFen } = livelihood
  if (source !== 'salary' && source !== 'pension') return []
  if (!random.chance(PAID_HERE_SHARE)) return []
  const amountFen = Math.round(incomeFen / 12)
  const days = year.payDays(source === 'pension' ? PENSION_DAY : random.pick(PAY_DAYS))
  const note = source === 'pension' ? '养老金' : '工资'
  return days.map((day) => ({
    day,
    direction: 'in',
    amountFen,
    kind: source,
    channel: null,
    note,
    givesWayByFen: null,
  }))
}

function drawRepayments(random: Random, borrowing: Borrowing | null, year: BranchYear): Movement[] {
  if (borrowing?.status !== 'running') return []
  const { started, paymentFen } = borrowing
  return year
    .monthDays(random.pick(REPAYMENT_DAYS))
    .filter((day) => day > started)
    .map((day) => ({
      day,
      direction: 'out',
      amountFen: paymentFen,
      kind: 'repayment',
      channel: null,
      note: '贷款还款',
      givesWayByFen: null,
    }))
}

/** Quarterly interest on about what lies there now; none where it would not reach one fen. */
export function interestOn(demandFen: number, year: BranchYear): Movement[] {
  const amountFen = Math.round((demandFen * DEMAND_RATE_PERCENT) / 100 / INTEREST_MONTHS.length)
  if (amountFen < 1) return []
  return year
    .monthDays(INTEREST_DAY)
    .filter((day) => INTEREST_MONTHS.includes(year.on(day).slice(5, 7)))
    .map((day) => ({
      day,
      direction: 'in',
      amountFen,
      kind: 'interest',
      channel: null,
      note: '结息',
      givesWayByFen: null,
    }))
}

function totalFen(movements: readonly Movement[]): number {
  return movements.reduce((sum, movement) => sum + movement.amountFen, 0)
}
