import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import type { WriteContext } from '../../engine/context.ts'

/** Marks one's own notices as seen; all of them where none is named. Nobody sees them for somebody else. */
export function see(context: WriteContext, { uids }: ParsedInputOf<'notices.see'>): ResultOf<'notices.see'> {
  const { connection, nowAt, staff } = context
  const { changes } = connection
    .statement(
      `UPDATE notice SET seen_at = ? WHERE staff_no = ? AND seen_at IS NULL
         AND (? IS NULL OR uid IN (SELECT value FROM json_each(?)))`,
    )
    .run(nowAt, staff.no, uids === null ? null : 1, JSON.stringify(uids ?? []))
  const seen = Number(changes)
  context.note({ seen })
  if (seen > 0) context.changed('notice')
  return { seen }
}
