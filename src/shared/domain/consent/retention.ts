import type { BranchSettings } from '../branch/settings.ts'

/** Kinds of record that are kept for a time and no longer (P3). The audit is not among them: it is never shortened. */
export const RETAINED_KINDS = ['visits', 'arrivals', 'leads', 'prompts', 'notices', 'reject-files'] as const
export type RetainedKind = (typeof RETAINED_KINDS)[number]

/** The setting that says how many days each kind is kept. */
export const KEPT_BY = {
  visits: 'keepVisitsDays',
  arrivals: 'keepVisitsDays',
  leads: 'keepLeadsDays',
  prompts: 'keepPromptsDays',
  notices: 'keepNoticesDays',
  'reject-files': 'keepRejectFilesDays',
} as const satisfies Readonly<Record<RetainedKind, keyof BranchSettings>>

export type RetentionCounts = Readonly<Record<RetainedKind, number>>

export function sameCounts(one: RetentionCounts, other: RetentionCounts): boolean {
  return RETAINED_KINDS.every((kind) => one[kind] === other[kind])
}
