import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { readCalendar } from '../../engine/branch-state.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'
import { type Moved, noted, recountDueDates } from './recount-due-dates.ts'

/**
 * Says of one day whether the branch works, whatever the notices say, or takes that back (`working` null), and counts
 * the due dates that touch the day again (F3).
 * @throws AppError `settings.invalid` where the roster would leave no day to work on within a year
 */
export function setDayOverride(context: WriteContext, input: ParsedInputOf<'settings.setDayOverride'>): null {
  store(context, input)
  const moved = recount(context, input.on)
  context.note({ on: input.on, working: input.working, ...noted(moved) })
  context.changed('day_override')
  return null
}

const DROP_OVERRIDE = write('DELETE FROM day_override WHERE on_date = ?')

const STORE_OVERRIDE = write(
  `INSERT INTO day_override (on_date, working, reason) VALUES (?, ?, ?)
   ON CONFLICT (on_date) DO UPDATE SET working = excluded.working, reason = excluded.reason`,
)

function store(
  { connection }: WriteContext,
  { on, working, reason }: ParsedInputOf<'settings.setDayOverride'>,
): void {
  if (working === null) DROP_OVERRIDE.run(connection, on)
  else STORE_OVERRIDE.run(connection, on, working ? 1 : 0, reason)
}

function recount(context: WriteContext, on: string): Moved {
  try {
    return recountDueDates(context, readCalendar(context.connection), { from: on, to: on })
  } catch (error) {
    if (error instanceof AppError) throw new AppError('settings.invalid', { path: 'on', reason: error.code })
    throw error
  }
}
