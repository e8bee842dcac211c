import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { IntentPage } from '../../../shared/contract/intents.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { addDays } from '../../../shared/domain/calendar/civil-date.ts'
import { valueOfTier } from '../../../shared/domain/customer/value.ts'
import { dayBounds } from '../../../shared/domain/work/followup-order.ts'
import { readsIntentsOf } from '../../../shared/domain/work/intent.ts'
import { isInCell } from '../../../shared/domain/work/intent-grid.ts'
import type { ReadContext } from '../../engine/context.ts'
import { readIntentLine } from '../../records/intents/intent-line.ts'
import { type OpenWork, openWork } from '../../records/intents/open-work.ts'
import { ordered, WORK_ORDERS } from '../../records/intents/work-orders.ts'

type ListInput = ParsedInputOf<'intents.list'>

/**
 * A page of open intents, with levels as they have decayed by today and in the order that was asked for, the value ×
 * intent grid where none was (I3): the branch's for those who share out the work, one's own for everyone else (P2). What
 * a person asked of a colleague before stands in that person's panel, where looking at it is recorded.
 * @throws AppError `call.notAllowed` for a colleague's, `call.badInput` for a cursor of an intent that is not on the list
 */
export function list(context: ReadContext, input: ListInput): IntentPage {
  const { connection, todayOn, calendar, settings, staff } = context
  const readable = readsIntentsOf(staff)
  const ownerNo = input.ownerNo ?? readable
  if (readable !== null && ownerNo !== readable) throw new AppError('call.notAllowed')
  const meant = openWork(connection, ownerNo, dayBounds(todayOn, calendar), settings).filter((item) =>
    isMeant(item, input, todayOn),
  )
  const { cell } = input
  const items = (cell === null ? meant : meant.filter((item) => isInCell(gridOf(item), cell))).sort(
    ordered(WORK_ORDERS[input.sort], input.reversed),
  )
  const page = items.slice(startOf(items, input.cursor), startOf(items, input.cursor) + input.limit)
  const last = page.at(-1)
  return {
    rows: page.flatMap(({ id, lastContactOn }) => {
      const line = readIntentLine(connection, id, todayOn, settings)
      if (line === undefined) return []
      const { intent, customer, priority, dueRule } = line
      return [{ intent, customer, priority, dueRule, lastContactOn }]
    }),
    total: items.length,
    cells: countsOf(meant),
    nextCursor: last === undefined || last === items.at(-1) ? null : last.uid,
  }
}

function isMeant(item: OpenWork, input: ListInput, todayOn: string): boolean {
  const { product, tier, level, quietDays } = input
  return (
    (product === null || item.product === product) &&
    (tier === null || item.tier === tier) &&
    (level === null || item.currentLevel === level) &&
    (quietDays === null || item.lastContactOn === null || item.lastContactOn <= addDays(todayOn, -quietDays))
  )
}

function gridOf({ tier, currentLevel }: OpenWork) {
  return { value: valueOfTier(tier), currentLevel }
}

function countsOf(items: readonly OpenWork[]): IntentPage['cells'] {
  const groups = Map.groupBy(items.map(gridOf), ({ value, currentLevel }) => `${value} ${currentLevel}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ ...first, count: group.length }]
  })
}

function startOf(items: readonly OpenWork[], cursor: string | null): number {
  if (cursor === null) return 0
  const place = items.findIndex(({ uid }) => uid === cursor)
  if (place === -1) throw new AppError('call.badInput', { path: 'cursor', issue: 'unknown' })
  return place + 1
}
