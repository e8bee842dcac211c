import type { CustomerLine } from '../../../shared/contract/customers.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { NoticeList, NoticeRow, NoticeSubject } from '../../../shared/contract/notices.ts'
import type { NoticeKind } from '../../../shared/domain/notice.ts'
import { COUNTER } from '../../../shared/domain/roles.ts'
import type { ReadContext } from '../../engine/context.ts'
import {
  asCustomerLine,
  CUSTOMER_LINE_COLUMNS,
  type CustomerLineRow,
  customerOf,
} from '../../engine/reading/customer-line.ts'
import { unseenOf } from './unshown.ts'

interface Row {
  readonly uid: string
  readonly kind: NoticeKind
  readonly aboutUid: string | null
  readonly onDate: string
  readonly detail: string
  readonly createdAt: number
  readonly seenAt: number | null
}

/** The newest notices of whoever asks, those not yet seen first and among them high risk, with the masked person each is about. */
export function list(context: ReadContext, { limit }: ParsedInputOf<'notices.list'>): NoticeList {
  const { connection, staff } = context
  const rows = connection
    .statement<Row>(
      `SELECT uid, kind, about_uid AS aboutUid, on_date AS onDate, detail, created_at AS createdAt, seen_at AS seenAt
       FROM notice WHERE staff_no = ? ORDER BY seen_at IS NOT NULL, kind = 'intent-high-risk' DESC, id DESC LIMIT ?`,
    )
    .all(staff.no, limit)
  return { unseen: unseenOf(connection, staff.no), rows: rows.map((row) => asNotice(context, row)) }
}

function asNotice(context: ReadContext, row: Row): NoticeRow {
  const subject = COUNTER.includes(context.staff.role) ? subjectOf(context, row) : null
  const { uid, kind, onDate, createdAt, seenAt } = row
  const detail = JSON.parse(row.detail) as NoticeRow['detail']
  return { uid, kind, onDate, createdAt, seen: seenAt !== null, detail, subject }
}

interface SubjectRow extends CustomerLineRow {
  readonly product: NoticeSubject['product']
  readonly byOn: string | null
  readonly byAt: number | null
}

const PERSON = CUSTOMER_LINE_COLUMNS.join(', ')
const OF_INTENT = `
  SELECT ${PERSON}, intent.product, intent.next_on AS byOn, NULL AS byAt
  FROM intent ${customerOf('intent')}
  WHERE intent.uid = ?`
const OF_REFERRAL = `
  SELECT ${PERSON}, referral.product, NULL AS byOn, referral.accept_by_at AS byAt
  FROM referral ${customerOf('referral')}
  WHERE referral.uid = ?`

/** Who and what it is about, as it stands now; null for a stranger, and for what opens a screen. */
function subjectOf({ connection }: ReadContext, { kind, aboutUid }: Row): NoticeSubject | null {
  if (aboutUid === null) return null
  const sql = kind.startsWith('intent-') ? OF_INTENT : OF_REFERRAL
  const row = connection.statement<SubjectRow>(sql).get(aboutUid)
  if (row === undefined) return null
  const customer: CustomerLine = asCustomerLine(row)
  return { customer, product: row.product, byOn: row.byOn, byAt: row.byAt }
}
