import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { IntentRow } from '../../../shared/contract/intents.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import { compareByGrid, dayBounds } from '../../../shared/domain/work/followup-order.ts'
import type { ReadContext } from '../../engine/context.ts'
import { readIntentLine } from '../../records/intents/intent-line.ts'
import { openWork } from '../../records/intents/open-work.ts'

/**
 * Open intents in the order of the value × intent grid (I3), with levels as they have decayed by today: the branch's for
 * those who share out the work, one's own for everyone else (P2). What a person asked of a colleague before stands in
 * that person's panel, where looking at it is recorded.
 * @throws AppError `call.notAllowed` for a colleague's
 */
export function list(context: ReadContext, input: ParsedInputOf<'intents.list'>): readonly IntentRow[] {
  const { connection, todayOn, calendar, settings, staff } = context
  const ownerNo = input.ownerNo ?? (sharesOutWork(staff.role) ? null : staff.no)
  if (ownerNo !== staff.no && !sharesOutWork(staff.role)) throw new AppError('call.notAllowed')
  return openWork(connection, ownerNo, dayBounds(todayOn, calendar), settings)
    .filter((item) => input.product === null || item.product === input.product)
    .sort(compareByGrid)
    .slice(0, input.limit)
    .flatMap(({ id }) => {
      const line = readIntentLine(connection, id, todayOn, settings)
      if (line === undefined) return []
      const { intent, customer, priority, dueRule } = line
      return [{ intent, customer, priority, dueRule }]
    })
}
