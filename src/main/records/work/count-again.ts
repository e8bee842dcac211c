import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { WorkingCalendar } from '../../../shared/domain/calendar/working-days.ts'
import { countAgain, type DueDate, type DueRule } from '../../../shared/domain/work/cadence.ts'
import type { ReadContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { filled } from './filled.ts'

/** The days about which the calendar says something else now. */
export interface ChangedDays {
  readonly from: CivilDate
  readonly to: CivilDate
}

/** Tables of work with a next date that was counted. */
type CountedTable = 'intent' | 'lead'

/** Open rows with the rule that their dates were counted by. */
const COUNTED_IN: Readonly<Record<CountedTable, ReturnType<typeof countedIn>>> = {
  intent: countedIn('intent', "status = 'open'"),
  lead: countedIn('lead', 'closed_at IS NULL'),
}

function countedIn(table: CountedTable, open: string) {
  const { id, warn_on: warnOn, next_on: nextOn, due_rule: dueRule } = TABLES[table]
  return read(
    { id, warnOn, nextOn, dueRule },
    `SELECT id, warn_on AS warnOn, next_on AS nextOn, due_rule AS dueRule FROM ${table} WHERE ${open} AND due_rule IS NOT NULL AND next_on >= ? AND due_rule ->> '$.from' <= ?`,
  )
}

/** What such a row has: open work has dates, and the statement asks for a rule. */
const COUNTED_HAS = ['warnOn', 'nextOn', 'dueRule'] as const

/**
 * Counts the dates of open work again whose days of counting touch the changed days (F3): the same term from the same
 * day, by the calendar as it is after the change.
 * @param move writes the new dates of one row
 * @returns how many next dates moved; one whose date stayed may still have got another warning day or reason
 */
export function countDatesAgain(
  { connection, settings }: Pick<ReadContext, 'connection' | 'settings'>,
  table: CountedTable,
  calendar: WorkingCalendar,
  { from, to }: ChangedDays,
  move: (id: number, due: DueDate) => void,
): number {
  const rows = COUNTED_IN[table].all(connection, from, to).map((row) => filled(row, COUNTED_HAS))
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
