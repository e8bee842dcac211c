import type { CustomerLine } from '../../../shared/contract/customers.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { NoticeList, NoticeRow, NoticeSubject } from '../../../shared/contract/notices.ts'
import { COUNTER } from '../../../shared/domain/branch/roles.ts'
import type { NoticeKind } from '../../../shared/domain/work/notice.ts'
import type { ReadContext } from '../../engine/context.ts'
import {
  asCustomerLine,
  CUSTOMER_LINE_SQL,
  type CustomerLineRow,
  customerOf,
} from '../../records/people/customer-line.ts'
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

const NOTICES =
  'SELECT uid, kind, about_uid AS aboutUid, on_date AS onDate, detail, created_at AS createdAt, seen_at AS seenAt FROM notice'

/** Their index holds nobody else's, and none that was seen. */
export const UNSEEN_FIRST = `${NOTICES} WHERE staff_no = ? AND seen_at IS NULL
  ORDER BY kind = 'intent-high-risk' DESC, id DESC LIMIT ?`

/** Read backwards from the newest, as far as the list goes; nothing is sorted. */
export const SEEN_AFTERWARDS = `${NOTICES} WHERE staff_no = ? AND seen_at IS NOT NULL ORDER BY id DESC LIMIT ?`

/** The newest notices of whoever asks, those not yet seen first and among them high risk, with the masked person each is about. */
export function list(context: ReadContext, { limit }: ParsedInputOf<'notices.list'>): NoticeList {
  const { connection, staff } = context
  const unseen = connection.statement<Row>(UNSEEN_FIRST).all(staff.no, limit)
  const seen = connection.statement<Row>(SEEN_AFTERWARDS).all(staff.no, limit - unseen.length)
  return {
    unseen: unseenOf(connection, staff.no),
    rows: [...unseen, ...seen].map((row) => asNotice(context, row)),
  }
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

const PERSON = CUSTOMER_LINE_SQL
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
