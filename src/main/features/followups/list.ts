import type { FollowupList, FollowupSort } from '../../../shared/contract/followups.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { compareFollowups } from '../../../shared/domain/work/followup-order.ts'
import type { ReadContext } from '../../engine/context.ts'
import type { OpenWork } from '../../records/intents/open-work.ts'
import { ordered, WORK_ORDERS } from '../../records/intents/work-orders.ts'
import { readFollowup } from './followup-row.ts'
import { countByGroup, orderedWork } from './ordered-work.ts'
import { whoseList } from './whose-list.ts'

/** A screen reads no further than this (our own default); the counts are those of all the work. */
const MOST_ROWS = 500

type ListInput = ParsedInputOf<'followups.list'>

const ORDERS: Readonly<Record<FollowupSort, (a: OpenWork, b: OpenWork) => number>> = {
  daily: compareFollowups,
  due: WORK_ORDERS.due,
  contact: WORK_ORDERS.contact,
  grid: WORK_ORDERS.grid,
}

/**
 * The follow-ups of one person as of a day: 逾期, 今日, 明日 and later, inside each by the value × intent grid (I3), or
 * in the order that is asked for.
 * @throws AppError `call.notAllowed`, `followups.ownerUnknown`
 */
export function list(context: ReadContext, input: ListInput): FollowupList {
  const asOf = input.asOf ?? context.todayOn
  const owner = whoseList(context.connection, context.staff, input.ownerNo)
  const work = orderedWork(context, owner.no, asOf)
  const items = work.filter((item) => isMeant(item, input)).sort(ordered(ORDERS[input.sort], input.reversed))
  const rows = items
    .slice(0, MOST_ROWS)
    .flatMap(({ id, group }) => readFollowup(context, id, group, asOf)?.line ?? [])
  return {
    asOf,
    ownerNo: owner.no,
    ownerName: owner.name,
    rows,
    counts: countByGroup(work),
    total: items.length,
  }
}

function isMeant(item: OpenWork, { group, product, level }: ListInput): boolean {
  return (
    (group === null || item.group === group) &&
    (product === null || item.product === product) &&
    (level === null || item.currentLevel === level)
  )
}
