import { type BranchSettings, FACT_SETTINGS } from '../../../shared/domain/branch/settings.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'

/** The row of `setting` that says since when everyone's facts wait for a refresh; the refresh takes it away. */
const MARK = 'facts-stale'

/** Whether stored tiers or findings would come out differently. */
export function factsDependOnChange(before: BranchSettings, after: BranchSettings): boolean {
  return FACT_SETTINGS.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}

const MARK_STALE = write('INSERT OR IGNORE INTO setting (name, value, updated_at) VALUES (?, ?, ?)')

/** Marks all facts as computed by other settings than today's. The first mark stays: it says how long they have been. */
export function markFactsStale({ connection, nowAt, todayOn }: WriteContext): void {
  MARK_STALE.run(connection, MARK, JSON.stringify({ since: todayOn }), nowAt)
}
