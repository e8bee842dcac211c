import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import {
  compareFollowups,
  dayBounds,
  type FollowupGroup,
  type PlacedItem,
} from '../../../shared/domain/work/followup-order.ts'
import type { ReadContext } from '../../engine/context.ts'
import { type OpenWork, openWork } from '../../records/intents/open-work.ts'

/** One person's open work as of a day, in the order of the daily list (F5). */
export function orderedWork(context: ReadContext, ownerNo: string, asOf: CivilDate): OpenWork[] {
  const { connection, calendar, settings } = context
  return openWork(connection, ownerNo, dayBounds(asOf, calendar), settings).sort(compareFollowups)
}

export function countByGroup(items: readonly PlacedItem[]): Record<FollowupGroup, number> {
  const counts: Record<FollowupGroup, number> = { overdue: 0, today: 0, tomorrow: 0, later: 0 }
  for (const { group } of items) counts[group] += 1
  return counts
}
