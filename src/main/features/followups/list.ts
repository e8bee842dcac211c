import type { FollowupList } from '../../../shared/contract/followups.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ReadContext } from '../../engine/context.ts'
import { readFollowup } from './followup-row.ts'
import { countByGroup, orderedWork } from './ordered-work.ts'
import { whoseList } from './whose-list.ts'

/** A screen reads no further than this (our own default); the counts are those of all the work. */
const MOST_ROWS = 500

/**
 * The follow-ups of one person as of a day: 逾期, 今日, 明日 and later, inside each by the value × intent grid (I3).
 * @throws AppError `call.notAllowed`, `followups.ownerUnknown`
 */
export function list(context: ReadContext, input: ParsedInputOf<'followups.list'>): FollowupList {
  const asOf = input.asOf ?? context.todayOn
  const owner = whoseList(context.connection, context.staff, input.ownerNo)
  const items = orderedWork(context, owner.no, asOf)
  const rows = items
    .slice(0, MOST_ROWS)
    .flatMap(({ id, group }) => readFollowup(context, id, group, asOf)?.line ?? [])
  return { asOf, ownerNo: owner.no, ownerName: owner.name, rows, counts: countByGroup(items) }
}
