import type { CustomerFacts } from '../../../../shared/domain/customer-facts.ts'
import { type Finding, findingsFor } from '../../../../shared/domain/findings.ts'
import type { BranchSettings } from '../../../../shared/domain/settings.ts'
import { addForRestOfMonth, distanceToNext, type Tier } from '../../../../shared/domain/tiers.ts'
import type { KnownFacts } from '../../../engine/reading/facts.ts'

/** What is worth saying today (L3). */
export function findingsToday(
  known: KnownFacts,
  birthOn: string | null,
  todayOn: string,
  settings: BranchSettings,
): Finding[] {
  const { tierLines } = settings
  return findingsFor({ facts: known.facts, birthOn, tierLines, asOf: todayOn, settings })
}

/** How far it is to the next tier, and what would have to come in today to get there this month (T1, S4). */
export function nextTierOf(
  facts: CustomerFacts,
  todayOn: string,
  settings: BranchSettings,
): { readonly tier: Tier; readonly gapFen: number; readonly addTodayFen: number } | null {
  const distance = distanceToNext(facts.aumAverageFen, settings.tierLines)
  if (distance === null) return null
  const { next, gapFen } = distance
  return { tier: next, gapFen, addTodayFen: addForRestOfMonth(gapFen, todayOn) }
}
