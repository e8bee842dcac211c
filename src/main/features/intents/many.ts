import type { Published } from '../../../shared/contract/events/index.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ManyDone } from '../../../shared/contract/many.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { requireReason } from '../../../shared/domain/consent/reason.ts'
import { mayHandOverIntent } from '../../../shared/domain/work/intent.ts'
import type { WriteContext } from '../../engine/context.ts'
import { nextDate } from '../../records/intents/next-date.ts'
import { type OpenIntentWithPerson, requireOpenIntent } from '../../records/intents/open-intent.ts'
import { handOverIntent, moveIntentDates } from '../../records/intents/write-intent.ts'
import { counterStaff } from '../../records/staff/counter-staff.ts'
import { allOrNone, type Checked } from '../../records/work/all-or-none.ts'

/** Open intents that the caller may hand on or put off; what stands in the way is named row by row. */
function checked(context: WriteContext, intentUids: readonly string[]): Checked<OpenIntentWithPerson> {
  return allOrNone(intentUids, (uid) => {
    const intent = requireOpenIntent(context.connection, uid)
    if (!mayHandOverIntent(intent, context.staff)) throw new AppError('call.notAllowed')
    return intent
  })
}

/** One link of the audit for each person, however many of their intents were written. */
function aboutPeople(context: WriteContext, intents: readonly OpenIntentWithPerson[]): void {
  context.about(...new Set(intents.map(({ personUid }) => personUid)))
}

/**
 * Hands several intents to one person, all of them or none; the promised dates stay.
 * @returns how many, or which rows stood in the way
 * @throws AppError `followups.ownerUnknown` for staff who are inactive or see no customers
 */
export function reassignMany(
  context: WriteContext,
  { intentUids, ownerNo }: ParsedInputOf<'intents.reassignMany'>,
): ManyDone {
  if (counterStaff(context.connection, ownerNo) === undefined) throw new AppError('followups.ownerUnknown')
  const found = checked(context, intentUids)
  const rows = found.kind === 'all' ? found.rows : []
  for (const { id } of rows) handOverIntent(context, id, ownerNo)
  aboutPeople(context, rows)
  context.note({ to: ownerNo, intents: rows.length })
  const moved = rows.map(({ uid, ownerNo: fromNo }) => ({ intentUid: uid, fromNo }))
  context.publish({ ownerNo, moved } satisfies Published<'intents.reassignMany'>)
  return { done: rows.length, refused: found.kind === 'none' ? found.refused : [] }
}

/**
 * Gives several intents another next date, all of them or none, moved to a working day as a single one is (F3).
 * @returns how many, or which rows stood in the way
 * @throws AppError `customers.reasonTooShort`, `followups.nextDateInPast`, `call.badInput` for a day more than a year away
 */
export function moveDates(
  context: WriteContext,
  { intentUids, nextOn, reason }: ParsedInputOf<'intents.moveDates'>,
): ManyDone {
  requireReason(reason)
  const found = checked(context, intentUids)
  const rows = found.kind === 'all' ? found.rows : []
  const moved = rows.map((intent) => {
    const due = nextDate(context, intent.level, nextOn)
    moveIntentDates(context, intent.id, due)
    return {
      intentUid: intent.uid,
      fromWarnOn: intent.warnOn,
      fromOn: intent.nextOn,
      warnOn: due.warnOn,
      nextOn: due.dueOn,
    }
  })
  aboutPeople(context, rows)
  context.note({ nextOn, reason, intents: rows.length })
  context.publish({ moved } satisfies Published<'intents.moveDates'>)
  return { done: rows.length, refused: found.kind === 'none' ? found.refused : [] }
}
