import type { DemoDossier, DemoTransaction } from '../../../src/shared/demo/rows.ts'
import { addDays, type CivilDate, monthOf } from '../../../src/shared/domain/calendar/civil-date.ts'
import type { CustomerFacts } from '../../../src/shared/domain/customer/customer-facts.ts'
import { assetsFen, demandAccountOf } from './demo-branches.ts'

const ACTIVE = ['cash', 'transfer', 'spending', 'repayment', 'loan', 'bill']

/** The facts of a customer, worked out from the raw rows in the plainest way, day by day. */
export function rawFacts(customerRecord: DemoDossier, asOf: CivilDate): CustomerFacts {
  const { accounts, transactions, loans, events } = customerRecord
  const recent = transactions.filter(({ on }) => on > addDays(asOf, -90))
  const enquiries = events.filter(
    ({ code, product, on }) => code === 'need' && product === 'wealth' && on > addDays(asOf, -90),
  )
  const open = accounts.filter(({ status }) => status === 'open')
  const maturing = open
    .filter(({ maturesOn }) => maturesOn !== null && maturesOn >= asOf)
    .toSorted(byMaturity)
  const demandFen = demandAccountOf(customerRecord).balanceFen
  const placedFen = assetsFen(customerRecord) - demandFen
  const depositFen = open.filter(({ kind }) => kind === 'demand' || kind === 'term').reduce(sumOfBalances, 0)
  const daily = dailyBalances(customerRecord, asOf)
  const thisMonth = daily.filter(({ on }) => monthOf(on) === monthOf(asOf)).map(({ fen }) => fen)
  return {
    aumFen: demandFen + placedFen,
    aumAverageFen: Math.round(thisMonth.reduce((sum, fen) => sum + fen, 0) / thisMonth.length) + placedFen,
    depositFen,
    investmentFen: demandFen + placedFen - depositFen,
    loanFen: loans.reduce((sum, loan) => sum + loan.balanceFen, 0),
    lastActiveOn: last(transactions.filter(({ kind }) => ACTIVE.includes(kind)).map(({ on }) => on)),
    lastVisitOn: last(events.filter(({ code }) => code === 'counter').map(({ on }) => on)),
    ...largestCash(recent),
    enquiries90d: enquiries.length,
    lastEnquiryOn: last(enquiries.map(({ on }) => on)),
    nextMaturityOn: maturing[0]?.maturesOn ?? null,
    nextMaturityFen: maturing[0]?.balanceFen ?? 0,
    inflow90dFen: flow(recent, 'in'),
    outflow90dFen: flow(recent, 'out'),
    retentionPercent: null,
    salaryMonths: 0,
    // Every extract of the demo gives the balance of each account.
    unknownBalances: 0,
    balancePeak12mFen: Math.max(...daily.map(({ fen }) => fen)) + placedFen,
  }
}

function largestCash(recent: readonly DemoTransaction[]): {
  largest90dFen: number
  largest90dOn: string | null
} {
  const cash = recent.filter(({ kind }) => kind === 'cash').toSorted((a, b) => b.amountFen - a.amountFen)[0]
  return { largest90dFen: cash?.amountFen ?? 0, largest90dOn: cash?.on ?? null }
}

/** What lay on the demand account at the end of each of 365 days. */
function dailyBalances(customerRecord: DemoDossier, asOf: CivilDate): { on: CivilDate; fen: number }[] {
  const { transactions } = customerRecord
  const first = transactions[0]
  const openingFen = first ? first.balanceFen - signedFen(first) : demandAccountOf(customerRecord).balanceFen
  return Array.from({ length: 365 }, (_, daysAgo) => {
    const on = addDays(asOf, -daysAgo)
    return { on, fen: transactions.findLast((transaction) => transaction.on <= on)?.balanceFen ?? openingFen }
  })
}

function signedFen({ direction, amountFen }: DemoTransaction): number {
  return direction === 'in' ? amountFen : -amountFen
}

function flow(transactions: readonly DemoTransaction[], direction: 'in' | 'out'): number {
  return transactions
    .filter((one) => one.direction === direction)
    .reduce((sum, one) => sum + one.amountFen, 0)
}

function sumOfBalances(sum: number, account: { readonly balanceFen: number }): number {
  return sum + account.balanceFen
}

function byMaturity(a: { maturesOn: CivilDate | null }, b: { maturesOn: CivilDate | null }): number {
  return (a.maturesOn ?? '') < (b.maturesOn ?? '') ? -1 : 1
}

function last(dates: readonly CivilDate[]): CivilDate | null {
  return dates.toSorted().at(-1) ?? null
}
