import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import { isSalary, showsActivity } from './activity.ts'
import { type FactWindows, monthIndex } from './windows.ts'

/** An account as the facts see it. */
export interface AccountRow {
  readonly id: number
  readonly kind: 'demand' | 'term' | 'wealth' | 'fund' | 'insurance'
  readonly balanceFen: number
  readonly openedOn: CivilDate | null
  readonly maturesOn: CivilDate | null
  readonly open: boolean
}

/** A transaction in the order of the query that reads it; an array, because a million of them are read at once. */
export type TransactionRow = readonly [
  customerId: number,
  accountId: number,
  on: CivilDate,
  incoming: 0 | 1,
  amountFen: number,
  kind: string,
  atCounter: 0 | 1,
]

/** Everything read about one person, added up row by row. */
export interface Tally {
  readonly accounts: AccountRow[]
  /** Accounts whose balance is not known and therefore counts as nothing, and with it all that moved on them. */
  readonly unknownAccounts: Set<number>
  /** Accounts that a transaction of the window touched. */
  readonly movedAccounts: Set<number>
  readonly inFen: Float64Array
  readonly outFen: Float64Array
  /** What came in less what went out on accounts without a known balance. */
  readonly unheldFen: Float64Array
  readonly activeCount: Uint32Array
  readonly salaryMonths: Uint8Array
  loanFen: number
  inflow90dFen: number
  outflow90dFen: number
  largestCashFen: number
  largestCashOn: CivilDate | null
  /** Sum of signed amount × days of this month before it: what the month's average lacks of the end balance. */
  missedFenDays: number
  firstKnownOn: CivilDate | null
  lastActiveOn: CivilDate | null
  lastVisitOn: CivilDate | null
  lastContactOn: CivilDate | null
  enquiries90d: number
  lastEnquiryOn: CivilDate | null
  /** The newest word on being analysed (P3): its number and whether it was yes; null where nobody asked. */
  analysis: { readonly consentId: number; readonly given: boolean } | null
}

export function emptyTally(windows: FactWindows): Tally {
  const months = windows.months.length
  return {
    accounts: [],
    unknownAccounts: new Set(),
    movedAccounts: new Set(),
    inFen: new Float64Array(months),
    outFen: new Float64Array(months),
    unheldFen: new Float64Array(months),
    activeCount: new Uint32Array(months),
    salaryMonths: new Uint8Array(months),
    loanFen: 0,
    inflow90dFen: 0,
    outflow90dFen: 0,
    largestCashFen: 0,
    largestCashOn: null,
    missedFenDays: 0,
    firstKnownOn: null,
    lastActiveOn: null,
    lastVisitOn: null,
    lastContactOn: null,
    enquiries90d: 0,
    lastEnquiryOn: null,
    analysis: null,
  }
}

/** The later of two days; null is no day. */
export function later(a: CivilDate | null, b: CivilDate | null): CivilDate | null {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}

/** Adds one transaction of the window to a person. Runs a million times in an import. */
export function addTransaction(tally: Tally, windows: FactWindows, row: TransactionRow): void {
  const [, accountId, on, incoming, amountFen, kind, atCounter] = row
  const month = monthIndex(windows, on)
  const monthSum = incoming === 1 ? tally.inFen : tally.outFen
  monthSum[month] = (monthSum[month] ?? 0) + amountFen
  tally.movedAccounts.add(accountId)
  const held = tally.unknownAccounts.size === 0 || !tally.unknownAccounts.has(accountId)
  const signedFen = incoming === 1 ? amountFen : -amountFen
  if (!held) tally.unheldFen[month] = (tally.unheldFen[month] ?? 0) + signedFen
  if (tally.firstKnownOn === null || on < tally.firstKnownOn) tally.firstKnownOn = on
  if (showsActivity(kind)) {
    tally.activeCount[month] = (tally.activeCount[month] ?? 0) + 1
    tally.lastActiveOn = later(tally.lastActiveOn, on)
  } else if (incoming === 1 && isSalary(kind)) tally.salaryMonths[month] = 1
  if (atCounter === 1) tally.lastVisitOn = later(tally.lastVisitOn, on)
  if (on >= windows.recentFrom) addRecent(tally, on, incoming, amountFen, kind)
  if (held && month === windows.months.length - 1) {
    tally.missedFenDays += signedFen * (Number(on.slice(8)) - 1)
  }
}

function addRecent(tally: Tally, on: CivilDate, incoming: 0 | 1, amountFen: number, kind: string): void {
  if (incoming === 1) tally.inflow90dFen += amountFen
  else tally.outflow90dFen += amountFen
  if (kind !== 'cash' || amountFen < tally.largestCashFen || amountFen === 0) return
  // Of two equal movements the later one is worth talking about.
  if (amountFen === tally.largestCashFen && on < (tally.largestCashOn ?? '')) return
  tally.largestCashFen = amountFen
  tally.largestCashOn = on
}
