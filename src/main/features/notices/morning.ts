import { type CivilDate, civilDateAt } from '../../../shared/domain/calendar/civil-date.ts'
import { isWorking } from '../../../shared/domain/calendar/working-days.ts'
import { morningOf } from '../../../shared/domain/calendar/working-hours.ts'
import type { ReadContext, WriteContext } from '../../engine/context.ts'
import { integer, type RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'
import { addNotice } from '../../records/notices/add-notice.ts'

/** A covering range of the index of open work for each member of the staff. */
const WORK_OF_DAY = read(
  { ownerNo: TABLES.staff.no, today: integer, overdue: integer },
  `SELECT staff.no AS ownerNo, sum(intent.next_on = ?) AS today, sum(intent.next_on < ?) AS overdue
   FROM staff
   CROSS JOIN intent ON intent.owner_no = staff.no AND intent.status = 'open' AND intent.next_on <= ?
   WHERE staff.active = 1 AND NOT EXISTS (SELECT 1 FROM notice WHERE once_key = 'morning:' || ? || ':' || staff.no)
   GROUP BY staff.no`,
)

/** What somebody has to do on a day. */
type DayOfWork = RowOf<typeof WORK_OF_DAY.columns>

/** Whether the day's work is told now (F4): in the first half of the working hours, on days that are worked. */
export function isMorning(context: ReadContext): boolean {
  return hasOpened(context) && context.nowAt < morningAround(context).toAt
}

/**
 * From the hour at which the branch opens until midnight, on days that are worked.
 * @param earlyMs how much before that hour counts as well
 */
function hasOpened(context: ReadContext, earlyMs = 0): boolean {
  return (
    isWorking(context.calendar, context.todayOn) && context.nowAt + earlyMs >= morningAround(context).fromAt
  )
}

/** By the clock on the wall: a demo branch lives on a day of its own. */
function morningAround({ nowAt, settings }: ReadContext) {
  return morningOf(civilDateAt(nowAt), settings)
}

/** Those who have work today and were not told yet this morning. */
export function untoldOfMorning({ connection, todayOn }: ReadContext): readonly DayOfWork[] {
  return WORK_OF_DAY.all(connection, todayOn, todayOn, todayOn, todayOn)
}

/** Tells everyone once, in the morning of a worked day, how much they have to do and how much of it is late (F4). */
export function tellMorning(context: WriteContext): void {
  dropStaleMornings(context)
  if (!isMorning(context)) return
  for (const { ownerNo, today, overdue } of untoldOfMorning(context)) {
    addNotice(context, {
      staffNo: ownerNo,
      kind: 'morning',
      aboutUid: null,
      onceKey: `morning:${context.todayOn}:${ownerNo}`,
      detail: { today, overdue },
    })
  }
}

/** By the keys of mornings, which lie together in the index of keys; today's alone are more than a handful. */
const STALE = `FROM notice WHERE once_key > 'morning:' AND once_key < 'morning;' AND on_date <> ?`

export const STALE_MORNING = read({ found: integer }, `SELECT 1 AS found ${STALE} LIMIT 1`)

const DROP_STALE_MORNINGS = write(`DELETE ${STALE}`)

/** Whether a morning is told of that is over, or that has not come yet by the clock as it is set now. */
export function hasStaleMorning(context: ReadContext): boolean {
  return STALE_MORNING.get(context.connection, dayToKeep(context)) !== undefined
}

const NO_DAY = ''

/** Yesterday's digest is of no use to anyone today. */
function dropStaleMornings(context: WriteContext): void {
  const { changes } = DROP_STALE_MORNINGS.run(context.connection, dayToKeep(context))
  if (changes > 0) context.changed('notice')
}

/** How far the clocks of two programs on one branch may be apart. Our own default. */
const CLOCKS_APART_MS = 15 * 60_000

/**
 * What was told in the morning stays for the rest of the day. A program whose clock is a few minutes late does not take
 * back what another has told at the opening hour: each would undo what the other did until both clocks are past it.
 */
function dayToKeep(context: ReadContext): CivilDate {
  return hasOpened(context, CLOCKS_APART_MS) ? context.todayOn : NO_DAY
}
