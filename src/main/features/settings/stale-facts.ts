import { DEFAULT_FINDING_SETTINGS } from '../../../shared/domain/findings.ts'
import type { BranchSettings } from '../../../shared/domain/settings.ts'
import type { WriteContext } from '../../engine/context.ts'

/** The row of `setting` that says since when everyone's facts wait for a refresh; the refresh takes it away. */
const MARK = 'facts-stale'

/** Tiers and every finding's threshold. */
const ASKED_BY_FACTS: readonly (keyof BranchSettings)[] = [
  'tierLines',
  ...(Object.keys(DEFAULT_FINDING_SETTINGS) as (keyof typeof DEFAULT_FINDING_SETTINGS)[]),
]

/** Whether stored tiers or findings would come out differently. */
export function factsDependOnChange(before: BranchSettings, after: BranchSettings): boolean {
  return ASKED_BY_FACTS.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}

/** Marks all facts as computed by other settings than today's. The first mark stays: it says how long they have been. */
export function markFactsStale({ connection, nowAt, todayOn }: WriteContext): void {
  connection
    .statement('INSERT OR IGNORE INTO setting (name, value, updated_at) VALUES (?, ?, ?)')
    .run(MARK, JSON.stringify({ since: todayOn }), nowAt)
}
