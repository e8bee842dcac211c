import type { FactSettings } from '../../../shared/domain/branch/settings.ts'
import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { CustomerFacts } from '../../../shared/domain/customer/customer-facts.ts'
import { findingsFor, withoutAnalysis } from '../../../shared/domain/customer/findings.ts'
import { type Tier, tierOf } from '../../../shared/domain/customer/tiers.ts'
import { type ValueLevel, valueOfTier } from '../../../shared/domain/customer/value.ts'
import { type Balances, balancesOf } from './balances.ts'
import { findingBits } from './finding-bits.ts'
import { later, type Tally } from './tally.ts'
import type { FactWindows } from './windows.ts'

export interface ComputedFacts {
  readonly facts: CustomerFacts
  readonly tier: Tier
  readonly valueRank: 0 | 1 | 2
  readonly findings: number
  /** The last visit, contact or active transaction: what recency in a result list goes by. */
  readonly lastSeenOn: CivilDate | null
  /** The last contact that staff recorded. */
  readonly lastContactOn: CivilDate | null
  readonly balances: Balances
}

const RANK_OF_VALUE: Record<ValueLevel, 0 | 1 | 2> = { high: 0, mid: 1, low: 2 }

/** Turns what was read about a person into the row that tiers, findings and lists go by. */
export function computeFacts(
  tally: Tally,
  birthOn: CivilDate | null,
  windows: FactWindows,
  settings: FactSettings,
): ComputedFacts {
  const balances = balancesOf(tally, windows)
  const facts = factsOf(tally, balances, windows)
  const tier = tierOf(facts.aumAverageFen, settings.tierLines)
  const findings = findingsFor({
    facts,
    birthOn,
    tierLines: settings.tierLines,
    asOf: windows.asOf,
    settings,
  })
  return {
    facts,
    tier,
    valueRank: RANK_OF_VALUE[valueOfTier(tier)],
    findings: findingBits(mayBeAnalysed(tally) ? findings : withoutAnalysis(findings)),
    lastSeenOn: later(later(tally.lastActiveOn, tally.lastVisitOn), tally.lastContactOn),
    lastContactOn: tally.lastContactOn,
    balances,
  }
}

/** Work lists read the findings, so whoever withdrew from being analysed stands on none that rests on it (P3). */
export function mayBeAnalysed({ analysis }: Tally): boolean {
  return analysis?.given !== false
}

function factsOf(tally: Tally, balances: Balances, windows: FactWindows): CustomerFacts {
  const maturity = nextMaturity(tally, windows.asOf)
  return {
    aumFen: balances.aumFen,
    aumAverageFen: balances.aumAverageFen,
    depositFen: balances.depositFen,
    investmentFen: balances.investmentFen,
    loanFen: tally.loanFen,
    lastActiveOn: tally.lastActiveOn ?? tally.firstKnownOn,
    lastVisitOn: tally.lastVisitOn,
    largest90dFen: tally.largestCashFen,
    largest90dOn: tally.largestCashOn,
    enquiries90d: tally.enquiries90d,
    lastEnquiryOn: tally.lastEnquiryOn,
    nextMaturityOn: maturity.on,
    nextMaturityFen: maturity.fen,
    inflow90dFen: tally.inflow90dFen,
    outflow90dFen: tally.outflow90dFen,
    retentionPercent: retention(tally.inflow90dFen, tally.outflow90dFen),
    salaryMonths: salaryMonths(tally.salaryMonths),
    balancePeak12mFen: balances.peakFen,
    unknownBalances: tally.accounts.filter(({ id, open }) => open && tally.unknownAccounts.has(id)).length,
  }
}

/** All that matures on the next day on which anything does. */
function nextMaturity(tally: Tally, asOf: CivilDate): { on: CivilDate | null; fen: number } {
  let on: CivilDate | null = null
  let fen = 0
  for (const account of tally.accounts) {
    if (!account.open || account.maturesOn === null || account.maturesOn < asOf) continue
    if (on === null || account.maturesOn < on) {
      on = account.maturesOn
      fen = account.balanceFen
    } else if (account.maturesOn === on) fen += account.balanceFen
  }
  return { on, fen }
}

/** Percent of what came in that did not go out again, 0–100. */
function retention(inflowFen: number, outflowFen: number): number | null {
  if (inflowFen === 0) return null
  return Math.max(0, Math.round(((inflowFen - outflowFen) * 100) / inflowFen))
}

/** Months in a row with a salary, back from this month, or from the last one while this one's is still to come. */
function salaryMonths(paid: Uint8Array): number {
  const last = paid.length - 1
  const newest = paid[last] === 1 ? last : last - 1
  let month = newest
  while (month >= 0 && paid[month] === 1) month--
  return newest - month
}
