import { nextMidnight } from '../../../../shared/domain/calendar/quiet-hours.ts'
import { ladderOn } from '../../../../shared/domain/work/escalation.ts'
import type { ReadContext } from '../../../engine/context.ts'
import { hasFuture } from '../../../records/notices/take-back.ts'
import { clearedIntents, movedIntents } from './overdue-intents.ts'

/** When the ladder wants to be looked at: now where a rung is wrong, else at midnight, because only days move it. */
export function ladderDueAt({ connection, nowAt, todayOn, calendar, settings }: ReadContext): number {
  const ladder = ladderOn(todayOn, calendar, settings)
  const isWrong =
    hasFuture(connection, todayOn) ||
    movedIntents(connection, ladder).length > 0 ||
    clearedIntents(connection, ladder).length > 0
  return isWrong ? nowAt : nextMidnight(nowAt)
}
