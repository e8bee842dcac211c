import type { AuditEntry } from '../../../shared/contract/audit.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { revealGroupsOf } from '../../../shared/domain/customer/field-access.ts'
import type { AuditDetail, ReadContext } from '../../engine/context.ts'
import { type RowOf, text } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { RECORDED_ELSEWHERE } from './record.ts'

const { audit } = TABLES

const AUDIT_ROW = {
  seq: audit.seq,
  at: audit.at,
  staffNo: audit.staff_no,
  staffName: text,
  action: audit.action,
  customerUid: audit.customer_uid,
  detail: audit.detail,
}

const PAGE_BELOW = read(
  AUDIT_ROW,
  `SELECT audit.seq, audit.at, audit.staff_no AS staffNo, coalesce(staff.name, '') AS staffName,
     audit.action, audit.customer_uid AS customerUid, audit.detail
   FROM audit LEFT JOIN staff ON staff.no = audit.staff_no
   WHERE audit.seq < ? ORDER BY audit.seq DESC LIMIT ?`,
)

/** The reason of a reveal is written by hand, so it may name the customer. */
const WRITTEN_BY_HAND: Readonly<Record<string, string>> = {
  'customers.reveal': 'reason',
  'consents.export': 'reason',
  'leads.reveal': 'reason',
  'intents.moveDates': 'reason',
  'lists.export': 'reason',
}
const HIDDEN = '***'

/**
 * Links of the chain as a reader sees them, newest first, one page below `beforeSeq`. Words that were written by hand
 * are hidden from a role that may see no customer: an administrator reads that there is a reason, and not which (P2).
 */
export function list(
  { connection, staff }: ReadContext,
  input: ParsedInputOf<'audit.list'>,
): readonly AuditEntry[] {
  const readsWords = revealGroupsOf(staff.role).length > 0
  return PAGE_BELOW.all(connection, input.beforeSeq ?? Number.MAX_SAFE_INTEGER, input.limit)
    .map(asEntry)
    .map((entry) => (readsWords ? entry : withoutWords(entry)))
}

function withoutWords(entry: AuditEntry): AuditEntry {
  const name = WRITTEN_BY_HAND[entry.action]
  return name === undefined ? entry : { ...entry, detail: { ...entry.detail, [name]: HIDDEN } }
}

function asEntry(row: RowOf<typeof AUDIT_ROW>): AuditEntry {
  const detail = JSON.parse(row.detail) as AuditDetail
  if (row.action !== RECORDED_ELSEWHERE || typeof detail.action !== 'string') return { ...row, detail }
  const { action, ...rest } = detail
  return { ...row, action, detail: rest }
}
