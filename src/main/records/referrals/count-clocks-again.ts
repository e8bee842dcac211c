import { type WorkingTime, workOnAs } from '../../../shared/domain/calendar/working-hours.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { filled } from '../work/filled.ts'
import { moveClock } from './write-referral.ts'

const { referral } = TABLES

/** A range of the index that holds running clocks only. */
export const RUNNING_CLOCKS = read(
  { id: referral.id, acceptByAt: referral.accept_by_at },
  `SELECT id, accept_by_at AS acceptByAt FROM referral
  WHERE state = 'offered' AND stranded = 0 AND accept_by_at > ?`,
)

/** What only an answered referral is without. */
const RUNNING_HAS = ['acceptByAt'] as const

/**
 * What is left of each acceptance clock is counted on as the branch works now (L8, F3). Time that has passed stays
 * passed, a clock that has run out too, and the minutes that a receiver was given stay theirs whatever the setting says.
 * @param after the calendar and the hours after the change; the context still has those before it
 * @returns how many clocks moved
 */
export function countClocksAgain(context: WriteContext, after: WorkingTime): number {
  const { connection, nowAt, calendar, settings } = context
  const before: WorkingTime = { calendar, hours: settings }
  let moved = 0
  for (const clock of RUNNING_CLOCKS.all(connection, nowAt)) {
    const { id, acceptByAt } = filled(clock, RUNNING_HAS)
    const movedTo = workOnAs(after, acceptByAt, nowAt, before)
    if (movedTo === acceptByAt) continue
    moveClock(context, id, movedTo)
    moved += 1
  }
  return moved
}
