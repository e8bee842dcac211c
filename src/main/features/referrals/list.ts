import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ReferralList } from '../../../shared/contract/referrals.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { integer } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { NOT_HANDED_ON } from '../../records/staff/work-load.ts'
import { readReferralLine } from './referral-line.ts'

const REFERRAL = { id: TABLES.referral.id }

/**
 * What waits for an answer first, the nearest clock on top; then what is in hand, the oldest first. What was
 * handed on is in other hands.
 */
export const TO_DO = read(
  REFERRAL,
  `
  SELECT id FROM referral WHERE to_no = ? AND state IN ('offered', 'accepted', 'contacted', 'qualified')
    AND ${NOT_HANDED_ON}
  ORDER BY accept_by_at IS NULL, accept_by_at, offered_at, id LIMIT ?`,
)

export const REFERRED = read(
  REFERRAL,
  'SELECT id FROM referral WHERE from_no = ? ORDER BY offered_at DESC, id DESC LIMIT ?',
)

const ALL = read(
  REFERRAL,
  'SELECT id FROM referral ORDER BY closed_at IS NOT NULL, offered_at DESC, id DESC LIMIT ?',
)

/**
 * Referrals as their people see them (L8). Everyone sees what was put to them and what they referred, with what came of
 * it; who shares out work sees the branch's.
 * @throws AppError `call.notAllowed`
 */
export function list(context: ReadContext, { view, limit }: ParsedInputOf<'referrals.list'>): ReferralList {
  const { connection, staff } = context
  if (view === 'all' && !sharesOutWork(staff.role)) throw new AppError('call.notAllowed')
  return {
    rows: idsOf(connection, view, staff.no, limit).map(({ id }) => readReferralLine(context, id)),
    total: totalOf(connection, view, staff.no),
    counts: countsOf(connection, staff.no),
  }
}

function idsOf(
  connection: ReadConnection,
  view: ParsedInputOf<'referrals.list'>['view'],
  staffNo: string,
  limit: number,
): readonly { id: number }[] {
  switch (view) {
    case 'to-do':
      return TO_DO.all(connection, staffNo, limit)
    case 'referred':
      return REFERRED.all(connection, staffNo, limit)
    case 'all':
      return ALL.all(connection, limit)
  }
}

const TOTAL_TO_DO = read(
  { total: integer },
  `SELECT count(*) AS total FROM referral
   WHERE to_no = ? AND state IN ('offered', 'accepted', 'contacted', 'qualified') AND ${NOT_HANDED_ON}`,
)
const TOTAL_REFERRED = read({ total: integer }, 'SELECT count(*) AS total FROM referral WHERE from_no = ?')
const TOTAL_OF_ALL = read({ total: integer }, 'SELECT count(*) AS total FROM referral')

function totalOf(
  connection: ReadConnection,
  view: ParsedInputOf<'referrals.list'>['view'],
  staffNo: string,
): number {
  switch (view) {
    case 'to-do':
      return TOTAL_TO_DO.get(connection, staffNo)?.total ?? 0
    case 'referred':
      return TOTAL_REFERRED.get(connection, staffNo)?.total ?? 0
    case 'all':
      return TOTAL_OF_ALL.get(connection)?.total ?? 0
  }
}

const COUNTS_OF_STAFF = read(
  { toAccept: integer, inHand: integer, referred: integer, qualified: integer },
  `SELECT
         (SELECT count(*) FROM referral WHERE to_no = ? AND state = 'offered') AS toAccept,
         (SELECT count(*) FROM referral WHERE to_no = ? AND state IN ('accepted', 'contacted', 'qualified')
           AND ${NOT_HANDED_ON}) AS inHand,
         (SELECT count(*) FROM referral WHERE from_no = ? AND state <> 'withdrawn') AS referred,
         (SELECT count(*) FROM referral WHERE from_no = ? AND qualified_at IS NOT NULL) AS qualified`,
)

/** Credit is counted where a referral proved good (`qualified_at`), never where it was merely made. */
function countsOf(connection: ReadConnection, staffNo: string): ReferralList['counts'] {
  const counts = COUNTS_OF_STAFF.get(connection, staffNo, staffNo, staffNo, staffNo)
  return counts ?? { toAccept: 0, inHand: 0, referred: 0, qualified: 0 }
}
