import type { WorkingCalendar } from '../../../shared/domain/calendar/working-days.ts'
import type { AuditDetail, WriteContext } from '../../engine/context.ts'
import { countIntentsAgain } from '../../records/intents/count-intents-again.ts'
import { countLeadsAgain } from '../../records/leads/count-leads-again.ts'
import { countClocksAgain } from '../../records/referrals/count-clocks-again.ts'
import type { ChangedDays } from '../../records/work/count-again.ts'

export interface Moved {
  /** Next dates of intents and leads. */
  readonly movedFollowups: number
  /** Acceptance clocks of referrals. */
  readonly movedClocks: number
}

/**
 * Counts everything again that was counted by the calendar and is still to come (F3): next dates of open intents and
 * leads whose days of counting touch the changed days, and acceptance clocks that are running.
 *
 * Other dates that are kept stay on purpose: a printed list has its day of shredding on the paper, a cadence or a term
 * that was changed in the settings holds for what is promised from then on, and the rung of an overdue intent is set
 * right by the clock, which looks when the calendar or the settings change.
 * @param calendar the calendar as it is after the change; the context still has the one before it
 * @returns how many moved; a date that stayed may still have got another warning day or reason
 */
export function recountDueDates(
  context: WriteContext,
  calendar: WorkingCalendar,
  changed: ChangedDays,
): Moved {
  const intents = countIntentsAgain(context, calendar, changed)
  const leads = countLeadsAgain(context, calendar, changed)
  const movedClocks = countClocksAgain(context, { calendar, hours: context.settings })
  return { movedFollowups: intents + leads, movedClocks }
}

/** For the audit: clocks are named where there were any. */
export function noted({ movedFollowups, movedClocks }: Moved): AuditDetail {
  return movedClocks === 0 ? { movedFollowups } : { movedFollowups, movedClocks }
}
