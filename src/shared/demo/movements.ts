import type { Direction, TransactionChannel, TransactionKind } from '../domain/imports/import-rows.ts'
import type { BranchYear } from './branch-year.ts'
import type { DayNumber } from './day-number.ts'
import { type Random, type Weighted, weighted } from './random.ts'

/** Money that moves on a demand account, before the balance is known. */
export interface Movement {
  readonly day: DayNumber
  readonly direction: Direction
  readonly amountFen: number
  readonly kind: TransactionKind
  /** null for what the bank books in a batch. */
  readonly channel: TransactionChannel | null
  readonly note: string
  /**
   * null: booked as it stands. A number: the customer would pay less, in multiples of this, where the balance does not
   * reach.
   */
  readonly givesWayByFen: number | null
}

/** Whether somebody prefers the counter or the phone. */
export type Habit = 'counter' | 'mobile'

interface Pattern {
  readonly kind: TransactionKind
  readonly notes: readonly string[]
  readonly channels: Readonly<Record<Habit, readonly (TransactionChannel | null)[]>>
  /** A range in yuan for what costs everybody about the same; otherwise the size in relation to the other patterns. */
  readonly amount: readonly [number, number] | number
  /** Amounts are whole multiples of this. */
  readonly stepFen: number
}

const SPENDING: Pattern = {
  kind: 'spending',
  notes: ['超市', '餐饮', '网购', '加油', '药店', '服装', '家电'],
  channels: { counter: ['pos', 'pos', 'mobile-bank'], mobile: ['mobile-bank', 'mobile-bank', 'pos'] },
  amount: 0.3,
  stepFen: 1,
}
const TRANSFER: Pattern = {
  kind: 'transfer',
  notes: ['转账', '家用', '房租', '往来款'],
  channels: {
    counter: ['counter', 'counter', 'phone-bank'],
    mobile: ['mobile-bank', 'mobile-bank', 'web-bank'],
  },
  amount: 1.5,
  stepFen: 1000,
}
const CASH: Pattern = {
  kind: 'cash',
  notes: ['现金'],
  channels: { counter: ['counter', 'counter', 'agent'], mobile: ['atm', 'atm', 'counter'] },
  amount: 1,
  stepFen: 10_000,
}
const BILL: Pattern = {
  kind: 'bill',
  notes: ['水费', '电费', '燃气费', '话费', '物业费'],
  channels: { counter: ['counter', 'agent'], mobile: ['mobile-bank', 'web-bank'] },
  amount: [25, 420],
  stepFen: 1,
}
const AUTO_DEBIT: Pattern = {
  kind: 'auto-debit',
  notes: ['宽带费代扣', '有线电视费代扣'],
  channels: { counter: [null], mobile: [null] },
  amount: [29, 199],
  stepFen: 100,
}

const OUTGOING = weighted([
  [SPENDING, 54],
  [TRANSFER, 18],
  [CASH, 11],
  [BILL, 13],
  [AUTO_DEBIT, 4],
])
const INCOMING = weighted([
  [TRANSFER, 6],
  [CASH, 4],
])

/** Some money coming in, about `usualFen` each time. */
export function drawIncoming(
  random: Random,
  count: number,
  usualFen: number,
  habit: Habit,
  year: BranchYear,
): Movement[] {
  const movements: Movement[] = []
  for (let n = 0; n < count; n++) {
    const pattern = INCOMING.draw(random)
    movements.push(moved(random, pattern, 'in', usualFen * skewed(random), habit, year))
  }
  return movements
}

/** Payments that add up to about `totalFen`, shared out by the usual size of each kind. */
export function drawOutgoing(
  random: Random,
  count: number,
  totalFen: number,
  habit: Habit,
  year: BranchYear,
): Movement[] {
  const drafts: { pattern: Pattern; fixedFen: number; size: number }[] = []
  let sizes = 0
  let fixedTotalFen = 0
  for (let n = 0; n < count; n++) {
    const pattern = OUTGOING.draw(random)
    const { amount } = pattern
    const size = typeof amount === 'number' ? amount * skewed(random) : 0
    const fixedFen = typeof amount === 'number' ? 0 : random.between(amount[0] * 100, amount[1] * 100)
    sizes += size
    fixedTotalFen += fixedFen
    drafts.push({ pattern, fixedFen, size })
  }
  const fenPerSize = sizes === 0 ? 0 : Math.max(0, totalFen - fixedTotalFen) / sizes
  return drafts.map(({ pattern, fixedFen, size }) =>
    moved(random, pattern, 'out', fixedFen + size * fenPerSize, habit, year),
  )
}

function moved(
  random: Random,
  pattern: Pattern,
  direction: Direction,
  wishFen: number,
  habit: Habit,
  year: BranchYear,
): Movement {
  const { kind, stepFen, notes, channels } = pattern
  const channel = random.pick(channels[habit])
  return {
    day: daysFor(channel, year).draw(random),
    direction,
    amountFen: Math.max(stepFen, Math.round(wishFen / stepFen) * stepFen),
    kind,
    channel,
    note: random.pick(notes),
    givesWayByFen: direction === 'out' ? stepFen : null,
  }
}

function daysFor(channel: TransactionChannel | null, year: BranchYear): Weighted<DayNumber> {
  return channel === 'counter' ? year.counterDays : year.shoppingDays
}

/** Between a quarter and a bit over twice the usual, small more often than large; 1 on average. */
function skewed(random: Random): number {
  return 0.25 + 2.25 * random.unit() ** 2
}
