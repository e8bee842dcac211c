import { type BranchSettings, FACT_SETTINGS } from '../../../shared/domain/branch/settings.ts'
import type { WriteContext } from '../../engine/context.ts'
import { writeFirstMark } from '../../records/settings/stored-settings.ts'

/** Whether stored tiers or findings would come out differently. */
export function factsDependOnChange(before: BranchSettings, after: BranchSettings): boolean {
  return FACT_SETTINGS.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}

/** Marks all facts as computed by other settings than today's. The first mark stays: it says how long they have been. */
export function markFactsStale({ connection, nowAt, todayOn }: WriteContext): void {
  writeFirstMark(connection, 'facts-stale', JSON.stringify({ since: todayOn }), nowAt)
}
