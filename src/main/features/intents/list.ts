import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { IntentRow } from '../../../shared/contract/intents.ts'
import { compareByGrid, dayBounds } from '../../../shared/domain/followup-order.ts'
import type { ReadContext } from '../../engine/context.ts'
import { readIntentLine } from '../../engine/reading/intent-line.ts'
import { openWork } from '../../engine/reading/open-work.ts'

/**
 * The branch's open intents in the order of the value × intent grid (I3), with levels as they have decayed by today.
 * Everyone at the counter sees all of them, masked: whoever meets a person must know what was asked before.
 */
export function list(context: ReadContext, input: ParsedInputOf<'intents.list'>): readonly IntentRow[] {
  const { connection, todayOn, calendar, settings } = context
  return openWork(connection, input.ownerNo, dayBounds(todayOn, calendar), settings)
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
