import type { CivilDate } from '../calendar/civil-date.ts'
import type { DayBounds, FollowupGroup } from './followup-order.ts'

/** 已完成, 已改期, 未完成: what became of a printed row by the evening. */
export const ROW_FATES = ['open', 'moved', 'done'] as const
export type RowFate = (typeof ROW_FATES)[number]

export interface PrintedRow {
  /** The group it was printed in, as of the day of the list. */
  readonly group: FollowupGroup
  readonly isOpen: boolean
  /** Its next date now. */
  readonly nextOn: CivilDate
  /** Whether anybody spoke with the customer about it since. */
  readonly touched: boolean
}

/**
 * What became of a row by the evening of the list's day (F5). A row that was printed for the next worked day and that
 * nobody touched was not for today, and is left out of the check.
 * @returns null for such a row
 */
export function fateOf({ group, isOpen, nextOn, touched }: PrintedRow, bounds: DayBounds): RowFate | null {
  if (!isOpen) return 'done'
  const wasForToday = group === 'overdue' || group === 'today'
  if (nextOn > (wasForToday ? bounds.asOf : bounds.nextWorkedOn)) return 'moved'
  if (wasForToday) return 'open'
  return touched ? 'moved' : null
}
