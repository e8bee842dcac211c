import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { WorkingCalendar } from '../../../shared/domain/calendar/working-days.ts'
import { countAgain, type DueDate, type DueRule } from '../../../shared/domain/work/cadence.ts'
import type { ReadContext } from '../../engine/context.ts'

/** Open work with the rule that its dates were counted by. */
interface CountedRow {
  readonly id: number
  readonly warnOn: CivilDate
  readonly nextOn: CivilDate
  readonly dueRule: string
}

/** The days about which the calendar says something else now. */
export interface ChangedDays {
  readonly from: CivilDate
  readonly to: CivilDate
}

/** Tables of work with a next date that was counted, and which of their rows are open. */
const OPEN_ROWS = {
  intent: `SELECT id, warn_on AS warnOn, next_on AS nextOn, due_rule AS dueRule FROM intent WHERE status = 'open'`,
  lead: 'SELECT id, warn_on AS warnOn, next_on AS nextOn, due_rule AS dueRule FROM lead WHERE closed_at IS NULL',
} as const

/**
 * Counts the dates of open work again whose days of counting touch the changed days (F3): the same term from the same
 * day, by the calendar as it is after the change.
 * @param move writes the new dates of one row
 * @returns how many next dates moved; one whose date stayed may still have got another warning day or reason
 */
export function countDatesAgain(
  { connection, settings }: Pick<ReadContext, 'connection' | 'settings'>,
  table: keyof typeof OPEN_ROWS,
  calendar: WorkingCalendar,
  { from, to }: ChangedDays,
  move: (id: number, due: DueDate) => void,
): number {
  const rows = connection
    .statement<CountedRow>(
      `${OPEN_ROWS[table]} AND due_rule IS NOT NULL AND next_on >= ? AND due_rule ->> '$.from' <= ?`,
    )
    .all(from, to)
  let moved = 0
  for (const row of rows) {
    const due = countAgain(JSON.parse(row.dueRule) as DueRule, calendar, settings.cadence)
    const stays =
      due.dueOn === row.nextOn && due.warnOn === row.warnOn && JSON.stringify(due.rule) === row.dueRule
    if (stays) continue
    move(row.id, due)
    if (due.dueOn !== row.nextOn) moved += 1
  }
  return moved
}
