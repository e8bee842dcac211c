import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import { dueFor } from '../../../shared/domain/work/cadence.ts'
import type { ReadContext } from '../../engine/context.ts'

/** When an intent of a level would be due (F2), with the rule that moved it (F3). */
export function previewDue(
  { todayOn, calendar, settings }: ReadContext,
  { level, from }: ParsedInputOf<'followups.previewDue'>,
): ResultOf<'followups.previewDue'> {
  return dueFor(level, from ?? todayOn, calendar, settings.cadence)
}
