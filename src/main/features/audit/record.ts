import type { InternalInputOf } from '../../../shared/contract/internal/index.ts'
import type { WriteContext } from '../../engine/context.ts'

/** The chain names the operation that wrote a link; what happened outside the database stands in its detail. */
export const RECORDED_ELSEWHERE = 'audit.record'

/** Adds a link for something that happened outside the database: a sign-out, a print, an export. */
export function record(
  context: WriteContext,
  { action, customerUid, detail }: InternalInputOf<'audit.record'>,
): null {
  if (customerUid !== null) context.about(customerUid)
  context.note({ ...detail, action })
  return null
}
