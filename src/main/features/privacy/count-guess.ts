import type { InternalInputOf, InternalResultOf } from '../../../shared/contract/internal/index.ts'
import { civilDateAt } from '../../../shared/domain/calendar/civil-date.ts'
import { isGuessing, type Tried, waitBefore } from '../../../shared/domain/consent/guesses.ts'
import type { WriteContext } from '../../engine/context.ts'
import { addNotice } from '../../records/notices/add-notice.ts'
import { activeHeads } from '../../records/staff/heads.ts'
import { triedBy } from './tried.ts'

/**
 * Counts a search that led to nobody (P2): its link in the audit is the count, and says neither what was looked for nor whom
 * it might have been about. From the limit on every head is told, once a day and person.
 * @returns how long the next try of the kind waits, in milliseconds
 */
export function countGuess(
  context: WriteContext,
  { of, chance }: InternalInputOf<'privacy.countGuess'>,
): InternalResultOf<'privacy.countGuess'> {
  const { nowAt, settings } = context
  const before = triedBy(context)
  const tried: Tried = {
    numbers: before.numbers + (of === 'number' ? 1 : 0),
    names: before.names + (of === 'name' ? 1 : 0),
    chance: before.chance + chance,
    lastNumberAt: of === 'number' ? nowAt : before.lastNumberAt,
    lastNameAt: of === 'name' ? nowAt : before.lastNameAt,
  }
  context.note({ guessedAt: of, chance, withinHour: of === 'number' ? tried.numbers : tried.names })
  context.publish({})
  if (isGuessing(tried, settings)) tellHeads(context, tried)
  return { waitMs: waitBefore(of, tried, settings, nowAt) }
}

function tellHeads(context: WriteContext, { numbers, names }: Tried): void {
  const { connection, staff, nowAt } = context
  const today = civilDateAt(nowAt)
  for (const no of activeHeads(connection)) {
    addNotice(context, {
      staffNo: no,
      kind: 'guesses',
      aboutUid: null,
      onceKey: `guesses ${today} ${staff.no} ${no}`,
      detail: { staffNo: staff.no, numbers, names },
    })
  }
}
