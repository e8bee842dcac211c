import type { Direction, TransactionChannel, TransactionKind } from '../domain/import-rows.ts'
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
}

/** Whether somebody rather goes to the counter or takes out the telephone. */
export type Habit = 'counter' | 'mobile'

interface Pattern {
  readonly kind: TransactionKind
  readonly notes: readonly string[]
  readonly channels: Readonly<Record<Habit, readonly (TransactionChannel | null)[]>>
  /** Usual size in relation to the other patterns. */
  readonly size: number
  /** Amounts are whole multiples of this. */
  readonly stepFen: number
}

const SPENDING: Pattern = {
  kind: 'spending',
  notes: ['超市', '餐饮', '网购', '加油', '药店', '服装', '家电'],
  channels: { counter: ['pos', 'pos', 'mobile-bank'], mobile: ['mobile-bank', 'mobile-bank', 'pos'] },
  size: 0.3,
  stepFen: 1,
}
const TRANSFER: Pattern = {
  kind: 'transfer',
  notes: ['转账', '家用', '房租', '往来款'],
  channels: {
    counter: ['counter', 'counter', 'phone-bank'],
    mobile: ['mobile-bank', 'mobile-bank', 'web-bank'],
  },
  size: 1.5,
  stepFen: 1000,
}
const CASH: Pattern = {
  kind: 'cash',
  notes: ['现金'],
  channels: { counter: ['counter', 'counter', 'agent'], mobile: ['atm', 'atm', 'counter'] },
  size: 1,
  stepFen: 10_000,
}
const BILL: Pattern = {
  kind: 'bill',
  notes: ['水费', '电费', '燃气费', '话费', '物业费'],
  channels: { counter: ['counter', 'agent'], mobile: ['mobile-bank', 'web-bank'] },
  size: 0.12,
  stepFen: 1,
}
const AUTO_DEBIT: Pattern = {
  kind: 'auto-debit',
  notes: ['宽带费代扣', '有线电视费代扣'],
  channels: { counter: [null], mobile: [null] },
  size: 0.08,
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
  const drafts: { pattern: Pattern; size: number }[] = []
  let sizes = 0
  for (let n = 0; n < count; n++) {
    const pattern = OUTGOING.draw(random)
    const size = pattern.size * skewed(random)
    sizes += size
    drafts.push({ pattern, size })
  }
  return drafts.map(({ pattern, size }) =>
    moved(random, pattern, 'out', (totalFen * size) / sizes, habit, year),
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
  const amountFen = Math.max(stepFen, Math.round(wishFen / stepFen) * stepFen)
  return {
    day: daysFor(channel, year).draw(random),
    direction,
    amountFen,
    kind,
    channel,
    note: random.pick(notes),
  }
}

function daysFor(channel: TransactionChannel | null, year: BranchYear): Weighted<DayNumber> {
  return channel === 'counter' ? year.counterDays : year.shoppingDays
}

/** Between a quarter and a bit over twice the usual, small more often than large; 1 on average. */
function skewed(random: Random): number {
  return 0.25 + 2.25 * random.unit() ** 2
}
