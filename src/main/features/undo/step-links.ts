import type { ReadConnection } from '../../engine/connection.ts'
import type { AuditDetail } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import type { UndoSlip } from '../../engine/undo/slip.ts'

/**
 * How many links of the audit a step has: one, or one for each of several people, which then stand one behind another
 * and say how many they are.
 */
export function linkCount({ people }: AuditDetail): number {
  return typeof people === 'number' ? people : 1
}

const LINKS = read(
  { customerUid: TABLES.audit.customer_uid, detail: TABLES.audit.detail },
  'SELECT customer_uid AS customerUid, detail FROM audit WHERE seq >= ? AND seq < ? ORDER BY seq',
)

/** Everybody whom a step was about, by the links of its audit: customers, and strangers by their leads. */
export function peopleOf(
  connection: ReadConnection,
  { auditSeq, detail }: UndoSlip,
): { readonly customerUids: readonly string[]; readonly leadUids: readonly string[] } {
  const links = LINKS.all(connection, auditSeq, auditSeq + linkCount(detail))
  return {
    customerUids: links.flatMap(({ customerUid }) => customerUid ?? []),
    leadUids: links.flatMap(({ customerUid, detail: stored }) => {
      const { leadUid }: AuditDetail = JSON.parse(stored)
      return customerUid === null && typeof leadUid === 'string' ? [leadUid] : []
    }),
  }
}
