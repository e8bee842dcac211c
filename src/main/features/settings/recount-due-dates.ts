import { countAgain, type DueRule } from '../../../shared/domain/cadence.ts'
import type { CivilDate } from '../../../shared/domain/civil-date.ts'
import type { WorkingCalendar } from '../../../shared/domain/working-days.ts'
import type { WriteContext } from '../../engine/context.ts'

interface CountedIntent {
  readonly id: number
  readonly warnOn: CivilDate
  readonly nextOn: CivilDate
  readonly dueRule: string
}

/**
 * Counts the due dates of open intents again whose days of counting touch the changed days (F3).
 * @param calendar the calendar as it is after the change
 * @returns how many next dates moved; one whose date stayed may still have got another warning day or reason
 */
export function recountDueDates(
  context: WriteContext,
  calendar: WorkingCalendar,
  changed: { readonly from: CivilDate; readonly to: CivilDate },
): number {
  const { connection, nowAt, settings } = context
  const update = connection.statement(
    `UPDATE intent SET warn_on = ?, next_on = ?, due_rule = ?, updated_at = ?, version = version + 1 WHERE id = ?`,
  )
  let moved = 0
  let touched = 0
  for (const intent of intentsTouching(context, changed)) {
    const { warnOn, dueOn, rule } = countAgain(
      JSON.parse(intent.dueRule) as DueRule,
      calendar,
      settings.cadence,
    )
    const dueRule = JSON.stringify(rule)
    if (dueOn === intent.nextOn && warnOn === intent.warnOn && dueRule === intent.dueRule) continue
    update.run(warnOn, dueOn, dueRule, nowAt, intent.id)
    touched += 1
    if (dueOn !== intent.nextOn) moved += 1
  }
  if (touched > 0) context.changed('intent')
  return moved
}

function intentsTouching(
  { connection }: WriteContext,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): CountedIntent[] {
  return connection
    .statement<CountedIntent>(
      `SELECT id, warn_on AS warnOn, next_on AS nextOn, due_rule AS dueRule FROM intent
       WHERE status = 'open' AND due_rule IS NOT NULL AND next_on >= ? AND due_rule ->> '$.from' <= ?`,
    )
    .all(from, to)
}
