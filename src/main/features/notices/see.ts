import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'

const MARK_SEEN = write(
  `UPDATE notice SET seen_at = ? WHERE staff_no = ? AND seen_at IS NULL
     AND (? IS NULL OR uid IN (SELECT value FROM json_each(?)))`,
)

/** Marks one's own notices as seen; all of them where none is named. Nobody sees them for somebody else. */
export function see(context: WriteContext, { uids }: ParsedInputOf<'notices.see'>): ResultOf<'notices.see'> {
  const { connection, nowAt, staff } = context
  const asked = [uids === null ? null : 1, JSON.stringify(uids ?? [])]
  const { changes: seen } = MARK_SEEN.run(connection, nowAt, staff.no, ...asked)
  context.note({ seen })
  if (seen > 0) context.changed('notice')
  return { seen }
}
