import type { BranchSettings } from '../../../../shared/domain/branch/settings.ts'
import type { CustomerFacts } from '../../../../shared/domain/customer/customer-facts.ts'
import { type Finding, findingsFor, withoutAnalysis } from '../../../../shared/domain/customer/findings.ts'
import { addForRestOfMonth, distanceToNext, type Tier } from '../../../../shared/domain/customer/tiers.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import { analysisWithdrawnOn } from '../../../records/consents/read-consents.ts'
import type { KnownFacts } from '../../../records/facts/read-facts.ts'

/** What is worth saying today (L3); of somebody who withdrew from being analysed, what needs no analysis (P3). */
export function findingsToday(
  connection: ReadConnection,
  rootId: number,
  known: KnownFacts,
  birthOn: string | null,
  todayOn: string,
  settings: BranchSettings,
): Finding[] {
  const { tierLines } = settings
  const found = findingsFor({ facts: known.facts, birthOn, tierLines, asOf: todayOn, settings })
  return analysisWithdrawnOn(connection, rootId) === null ? found : withoutAnalysis(found)
}

/** How far it is to the next tier, and what would have to come in today to get there this month (T1, S4). */
export function nextTierOf(
  facts: CustomerFacts,
  todayOn: string,
  settings: BranchSettings,
): { readonly tier: Tier; readonly gapFen: number; readonly addTodayFen: number } | null {
  // Where a balance is not known nobody can say how far it is.
  if (facts.unknownBalances > 0) return null
  const distance = distanceToNext(facts.aumAverageFen, settings.tierLines)
  if (distance === null) return null
  const { next, gapFen } = distance
  return { tier: next, gapFen, addTodayFen: addForRestOfMonth(gapFen, todayOn) }
}
