import { addDays, addMonths, type CivilDate, daysBetween, daysToBirthday } from '../calendar/civil-date.ts'
import type { CustomerFacts } from './customer-facts.ts'
import { nearNextTier, type TierLine } from './tiers.ts'

/** What is worth saying about a customer (L3, S2–S4), the most urgent first. */
export const FINDINGS = [
  'leaking',
  'maturity-near',
  'large-cash',
  'wealth-enquiries',
  'near-next-tier',
  'birthday',
  'dormant',
] as const
export type FindingKind = (typeof FINDINGS)[number]

/** One finding with its reason: the date it rests on and the figure behind it. */
export interface Finding {
  kind: FindingKind
  on: CivilDate
  amountFen?: number
  days?: number
  count?: number
}

export interface FindingSettings {
  nearTierBandPercent: number
  dormantMonths: number
  dormantBalanceFen: number
  maturityDays: number
  birthdayDays: number
  leakDropPercent: number
  leakFromFen: number
  enquiryCount: number
  largeCashFen: number
}

export interface FindingInput {
  facts: CustomerFacts
  birthOn: CivilDate | null
  tierLines: readonly TierLine[]
  /** The day for which the facts were computed and are read. */
  asOf: CivilDate
  settings: FindingSettings
}

/** A birthday stands in the record; everything else is inferred from what somebody holds and does at the bank. */
const NEEDS_NO_ANALYSIS: ReadonlySet<FindingKind> = new Set(['birthday'])

/** What is left of the findings of somebody who withdrew from being analysed (P3). */
export function withoutAnalysis(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ kind }) => NEEDS_NO_ANALYSIS.has(kind))
}

type Rule = (input: FindingInput) => Omit<Finding, 'kind'> | null

const RULES: Record<FindingKind, Rule> = {
  leaking,
  dormant,
  'near-next-tier': nearTier,
  'maturity-near': maturityNear,
  birthday,
  'large-cash': largeCash,
  'wealth-enquiries': wealthEnquiries,
}

/** Every finding about a customer, in the order of `FINDINGS`. */
export function findingsFor(input: FindingInput): Finding[] {
  return FINDINGS.flatMap((kind) => {
    const reason = RULES[kind](input)
    return reason ? [{ kind, ...reason }] : []
  })
}

/**
 * Assets fell from the year's peak by half or more, by at least the set sum, and more went out than came in over 90 days.
 * Our own default. Without the sum, everyone who spends their pay within the month would be a finding.
 */
function leaking({ facts, asOf, settings }: FindingInput): ReturnType<Rule> {
  const { aumFen, balancePeak12mFen: peakFen, inflow90dFen, outflow90dFen } = facts
  // What left one account may lie in one whose balance is not known.
  if (facts.unknownBalances > 0 || peakFen <= 0 || outflow90dFen <= inflow90dFen) return null
  const lostFen = peakFen - aumFen
  if (lostFen < settings.leakFromFen) return null
  return lostFen * 100 >= peakFen * settings.leakDropPercent ? { on: asOf, amountFen: lostFen } : null
}

/**
 * S3: no active transaction for six months while money lies there. Without any known activity there is no
 * finding: a customer whose transactions were never imported may be active.
 */
function dormant({ facts, asOf, settings }: FindingInput): ReturnType<Rule> {
  const { lastActiveOn, aumFen } = facts
  if (lastActiveOn === null || aumFen < settings.dormantBalanceFen) return null
  if (lastActiveOn > addMonths(asOf, -settings.dormantMonths)) return null
  return { on: lastActiveOn, amountFen: aumFen, days: daysBetween(lastActiveOn, asOf) }
}

/** S4: the monthly average lies within the band below the next line. */
function nearTier({ facts, tierLines, asOf, settings }: FindingInput): ReturnType<Rule> {
  if (facts.unknownBalances > 0) return null
  const near = nearNextTier(facts.aumAverageFen, tierLines, settings.nearTierBandPercent)
  return near ? { on: asOf, amountFen: near.gapFen } : null
}

function maturityNear({ facts, asOf, settings }: FindingInput): ReturnType<Rule> {
  if (facts.nextMaturityOn === null) return null
  const days = daysBetween(asOf, facts.nextMaturityOn)
  if (days < 0 || days > settings.maturityDays) return null
  return { on: facts.nextMaturityOn, amountFen: facts.nextMaturityFen, days }
}

/** A birthday is worth a call a few days before (K2). */
function birthday({ birthOn, asOf, settings }: FindingInput): ReturnType<Rule> {
  if (birthOn === null) return null
  const days = daysToBirthday(birthOn, asOf)
  return days <= settings.birthdayDays ? { on: addDays(asOf, days), days } : null
}

function largeCash({ facts, settings }: FindingInput): ReturnType<Rule> {
  const { largest90dFen: amountFen, largest90dOn: on } = facts
  return on !== null && amountFen >= settings.largeCashFen ? { on, amountFen } : null
}

/** L3: repeated enquiries about wealth products within 90 days. It rests on these two facts and on no other. */
export function wealthEnquiries({
  facts: { enquiries90d: count, lastEnquiryOn },
  settings,
}: {
  readonly facts: Pick<CustomerFacts, 'enquiries90d' | 'lastEnquiryOn'>
  readonly settings: Pick<FindingSettings, 'enquiryCount'>
}): ReturnType<Rule> {
  return lastEnquiryOn !== null && count >= settings.enquiryCount ? { on: lastEnquiryOn, count } : null
}
