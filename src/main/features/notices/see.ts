import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import type { WriteContext } from '../../engine/context.ts'
import { markSeen } from '../../records/notices/mark-notices.ts'

/** Marks one's own notices as seen; all of them where none is named. */
export function see(context: WriteContext, { uids }: ParsedInputOf<'notices.see'>): ResultOf<'notices.see'> {
  const seen = markSeen(context, uids)
  context.note({ seen })
  return { seen }
}
