import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { NoticeList, NoticeRow, NoticeSubject } from '../../../shared/contract/notices.ts'
import { COUNTER } from '../../../shared/domain/branch/roles.ts'
import type { NoticeKind } from '../../../shared/domain/work/notice.ts'
import type { ReadContext } from '../../engine/context.ts'
import { integer, orNull, type RowOf, text, textOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import {
  asCustomerLine,
  CUSTOMER_LINE,
  CUSTOMER_LINE_SQL,
  customerOf,
} from '../../records/people/customer-line.ts'
import { unseenOf } from './unshown.ts'

const { intent, notice, referral } = TABLES

const NOTICE = {
  uid: notice.uid,
  kind: textOf<NoticeKind>(),
  aboutUid: notice.about_uid,
  onDate: notice.on_date,
  detail: notice.detail,
  createdAt: notice.created_at,
  seenAt: notice.seen_at,
}

type Row = RowOf<typeof NOTICE>

const NOTICES =
  'SELECT uid, kind, about_uid AS aboutUid, on_date AS onDate, detail, created_at AS createdAt, seen_at AS seenAt FROM notice'

/** Their index holds nobody else's, and none that was seen. */
export const UNSEEN_FIRST = read(
  NOTICE,
  `${NOTICES} WHERE staff_no = ? AND seen_at IS NULL
   ORDER BY kind = 'intent-high-risk' DESC, id DESC LIMIT ?`,
)

/** Read backwards from the newest, as far as the list goes; nothing is sorted. */
export const SEEN_AFTERWARDS = read(
  NOTICE,
  `${NOTICES} WHERE staff_no = ? AND seen_at IS NOT NULL ORDER BY id DESC LIMIT ?`,
)

const COUNT_OF_ALL = read({ total: integer }, 'SELECT count(*) AS total FROM notice WHERE staff_no = ?')

/** The newest notices of whoever asks, those not yet seen first and among them high risk, with the masked person each is about. */
export function list(context: ReadContext, { limit }: ParsedInputOf<'notices.list'>): NoticeList {
  const { connection, staff } = context
  const unseen = UNSEEN_FIRST.all(connection, staff.no, limit)
  const seen = SEEN_AFTERWARDS.all(connection, staff.no, limit - unseen.length)
  return {
    unseen: unseenOf(connection, staff.no),
    total: COUNT_OF_ALL.get(connection, staff.no)?.total ?? 0,
    rows: [...unseen, ...seen].map((row) => asNotice(context, row)),
  }
}

function asNotice(context: ReadContext, row: Row): NoticeRow {
  const subject = COUNTER.includes(context.staff.role) ? subjectOf(context, row) : null
  const { uid, kind, onDate, createdAt, seenAt } = row
  const detail = JSON.parse(row.detail) as NoticeRow['detail']
  return { uid, kind, onDate, createdAt, seen: seenAt !== null, detail, subject }
}

const OF_INTENT = read(
  { ...CUSTOMER_LINE, product: intent.product, byOn: intent.next_on, byAt: orNull(integer) },
  `SELECT ${CUSTOMER_LINE_SQL}, intent.product, intent.next_on AS byOn, NULL AS byAt
   FROM intent ${customerOf('intent')}
   WHERE intent.uid = ?`,
)

const OF_REFERRAL = read(
  { ...CUSTOMER_LINE, product: referral.product, byOn: orNull(text), byAt: referral.accept_by_at },
  `SELECT ${CUSTOMER_LINE_SQL}, referral.product, NULL AS byOn, referral.accept_by_at AS byAt
   FROM referral ${customerOf('referral')}
   WHERE referral.uid = ?`,
)

/** Who and what it is about, as it stands now; null for a stranger, and for what opens a screen. */
function subjectOf({ connection }: ReadContext, { kind, aboutUid }: Row): NoticeSubject | null {
  if (aboutUid === null) return null
  const row = (kind.startsWith('intent-') ? OF_INTENT : OF_REFERRAL).get(connection, aboutUid)
  if (row === undefined) return null
  return { customer: asCustomerLine(row), product: row.product, byOn: row.byOn, byAt: row.byAt }
}
