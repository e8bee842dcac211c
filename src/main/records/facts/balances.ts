import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { AccountRow, Tally } from './tally.ts'
import type { FactWindows } from './windows.ts'

export interface Balances {
  readonly depositFen: number
  readonly investmentFen: number
  readonly aumFen: number
  /** Average over the days of this month so far. */
  readonly aumAverageFen: number
  /** Assets at each month's end, in the order of `windows.months`; the last is today's. */
  readonly monthEndFen: readonly number[]
  readonly peakFen: number
}

const DEPOSITS: ReadonlySet<AccountRow['kind']> = new Set(['demand', 'term'])

/**
 * Assets under management now, on average this month, and at the end of the last months. The past is read backwards
 * from today's balances: a month's end is the next one's less what came in and plus what went out. An account without
 * any transaction held its balance since it was opened. One whose balance is not known counts in none of them, and neither
 * does what moved on it.
 */
export function balancesOf(tally: Tally, windows: FactWindows): Balances {
  const open = tally.accounts.filter((account) => account.open)
  const depositFen = sum(open.filter((account) => DEPOSITS.has(account.kind)))
  const aumFen = sum(open)
  const still = open.filter((account) => !tally.movedAccounts.has(account.id))
  const monthEndFen = monthEnds(tally, windows, aumFen, still)
  return {
    depositFen,
    investmentFen: aumFen - depositFen,
    aumFen,
    aumAverageFen: monthAverage(tally, windows, aumFen, still),
    monthEndFen,
    peakFen: Math.max(...monthEndFen),
  }
}

/**
 * The average of day-end balances: with `d` days so far and `x` moved on day `k`, the balance lacked `x` on `k − 1` of
 * them.
 */
function monthAverage(
  tally: Tally,
  windows: FactWindows,
  aumFen: number,
  still: readonly AccountRow[],
): number {
  let missed = tally.missedFenDays
  for (const account of still) {
    if (account.openedOn?.startsWith(windows.currentMonth) === true && account.openedOn <= windows.asOf) {
      missed += account.balanceFen * (Number(account.openedOn.slice(8)) - 1)
    }
  }
  return Math.round(aumFen - missed / windows.dayOfMonth)
}

function monthEnds(
  tally: Tally,
  windows: FactWindows,
  aumFen: number,
  still: readonly AccountRow[],
): number[] {
  const ends = new Array<number>(windows.months.length).fill(aumFen)
  for (let month = ends.length - 2; month >= 0; month--) {
    const next = month + 1
    const movedFen = (tally.inFen[next] ?? 0) - (tally.outFen[next] ?? 0) - (tally.unheldFen[next] ?? 0)
    ends[month] = (ends[next] ?? 0) - movedFen
  }
  return ends.map((endFen, month) => endFen - notYetOpen(still, windows.monthEnds[month] ?? windows.asOf))
}

function notYetOpen(still: readonly AccountRow[], monthEnd: CivilDate): number {
  return sum(still.filter((account) => account.openedOn !== null && account.openedOn > monthEnd))
}

function sum(accounts: readonly AccountRow[]): number {
  return accounts.reduce((total, account) => total + account.balanceFen, 0)
}
